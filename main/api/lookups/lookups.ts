import type { Channel } from '../../../preload/contract/calls';
import { balancesLookup } from './balances';
import { bookingsLookup } from './bookings';
import { checkInsLookup } from './check-ins';
import { contractsLookup } from './contracts';
import { customerLookup } from './customer';
import type { Lookup } from './lookup';

/** All lookups, by channel. */
export const lookups = {
  'customer:get': customerLookup,
  'account:balances': balancesLookup,
  'account:bookings': bookingsLookup,
  'account:contracts': contractsLookup,
  'account:check-ins': checkInsLookup,
} satisfies { [C in Channel]?: Lookup<C> };

export type LookupChannel = keyof typeof lookups;
