import { z } from 'zod';
import type { SearchScope } from '../../../preload/contract/domain';
import { customer } from '../schemas';
import { id, scope } from './inputs';
import type { Lookup } from './lookup';

/** The path of customers in one studio, and in all studios of a chain. The latter needs a scope of its own. */
export const customerEndpoints: Record<SearchScope, string> = {
  studio: '/v1/customers',
  chain: '/v1/cross-studio/customers',
};

/** `GET /v1/customers/{customerId}`, or its cross-studio counterpart. */
export const customerLookup: Lookup<'customer:get'> = {
  input: z.strictObject({ id, scope }),
  request: (input) => ({
    endpoint: `${customerEndpoints[input.scope]}/{customerId}`,
    path: { customerId: input.id },
  }),
  // A cache between here and the API could answer with another customer's record.
  answer: (input) => customer.refine((answer) => answer.id === input.id, { path: ['id'] }),
  kind: () => 'customer',
};
