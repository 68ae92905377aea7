import type { Channel } from '../../../preload/contract/calls';
import { balancesLookup } from './balances';
import { bookingsLookup } from './bookings';
import { contractsLookup } from './contracts';
import { customerLookup } from './customer';
import type { Lookup } from './lookup';

/** All lookups, by channel. */
export const lookups = {
  'customer:get': customerLookup,
  'account:balances': balancesLookup,
  'account:bookings': bookingsLookup,
  'account:contracts': contractsLookup,
} satisfies { [C in Channel]?: Lookup<C> };

export type LookupChannel = keyof typeof lookups;
