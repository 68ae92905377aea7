import { z } from 'zod';
import { WholeAnswer } from '../answer-reader';
import { contracts } from '../contract-schema';
import { id, studio } from './inputs';
import type { Lookup } from './lookup';

/** `GET /v1/customers/{customerId}/contracts`, active and ended ones. */
export const contractsLookup: Lookup<'account:contracts'> = {
  input: z.strictObject({ studio, id }),
  studio: (input) => input.studio,
  request: (input) => ({
    endpoint: '/v1/customers/{customerId}/contracts',
    path: { customerId: input.id },
  }),
  reader: (_, key) => new WholeAnswer(contracts, key),
  kind: () => 'contracts',
};
