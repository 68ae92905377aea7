import { z } from 'zod';
import { WholeAnswer } from '../answer-reader';
import { account } from '../schemas';
import { id, studio } from './inputs';
import type { Lookup } from './lookup';

/** `GET /v1/customers/{customerId}/account/balances`. */
export const balancesLookup: Lookup<'account:balances'> = {
  input: z.strictObject({ studio, id }),
  studio: (input) => input.studio,
  request: (input) => ({
    endpoint: '/v1/customers/{customerId}/account/balances',
    path: { customerId: input.id },
  }),
  reader: (_, key) => new WholeAnswer(account, key),
  kind: () => 'balances',
};
