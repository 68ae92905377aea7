import type { CustomerId, SearchScope } from '../../../preload/contract/domain';
import { WholeAnswer } from '../answer-reader';
import { customer } from '../schemas';
import { customerRef } from './inputs';
import type { Lookup } from './lookup';

/** The path of customers in one studio, and in all studios of a chain. The latter needs a scope of its own. */
export const customerEndpoints: Record<SearchScope, string> = {
  studio: '/v1/customers',
  chain: '/v1/cross-studio/customers',
};

export const customerEndpoint = (scope: SearchScope) => `${customerEndpoints[scope]}/{customerId}`;

/** Reads the record of a customer; a cache between here and the API could answer with another customer's. */
export const customerWithId = (id: CustomerId) => customer.refine((sent) => sent.id === id, { path: ['id'] });

/** `GET /v1/customers/{customerId}`, or its cross-studio counterpart. */
export const customerLookup: Lookup<'customer:get'> = {
  input: customerRef,
  studio: ({ studio, via }) => via ?? studio,
  request: (input) => ({
    endpoint: customerEndpoint(input.via ? 'chain' : 'studio'),
    path: { customerId: input.id },
  }),
  reader: (input, key) => new WholeAnswer(customerWithId(input.id), key),
  kind: () => 'customer',
};
