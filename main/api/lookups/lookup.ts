import type { z } from 'zod';
import type { Channel, Input, Value } from '../../../preload/contract/calls';
import type { StudioRef } from '../../../preload/contract/studio';
import type { AnswerReader } from '../answer-reader';
import type { ApiRequest } from '../api-request';

/** A channel of the border that is answered by one GET request to the API. One record holds everything about it. */
export interface Lookup<C extends Channel> {
  /** What the renderer may send. Strict: an extra field refuses the call. */
  input: z.ZodType<Input<C>>;
  /** The studio whose key is sent. */
  studio: (input: Input<C>) => StudioRef;
  /** The documented path with its placeholders, their values, the query, and whether somebody waits for the answer. */
  request: (input: Input<C>) => Omit<ApiRequest, 'method'>;
  /** Starts reading a 200 into what crosses the border. SECURITY: the reader removes the key from what it reads. */
  reader: (input: Input<C>, key: string | undefined) => AnswerReader<Value<C>>;
  /** Kind of the request: a newer one of a kind cancels the older. */
  kind: (input: Input<C>) => string;
}
