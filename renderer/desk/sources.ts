import type { StoreApi } from 'zustand/vanilla';
import type { Account, Customer } from '../../preload/contract/domain';
import { accountSource } from '../features/account/account-source';
import { bookingsSource } from '../features/account/bookings-source';
import type { BookingsState } from '../features/account/bookings-store';
import type { TimelineState } from '../features/account/timeline-store';
import { customerSource } from '../features/customer/customer-source';
import { searchSource } from '../features/search/search-source';
import type { SearchState } from '../features/search/search-state';
import type { Resource } from '../resource';
import type { Source } from '../source';

/** The stores that sources are made of. */
export interface SourceStores {
  search: StoreApi<SearchState>;
  customer: StoreApi<Resource<string, Customer>>;
  account: StoreApi<Resource<string, Account>>;
  past: StoreApi<BookingsState>;
  upcoming: StoreApi<BookingsState>;
  timeline: StoreApi<TimelineState>;
}

/** Everything that the desk loads, by name, in the order in which failures are listed. */
export function createSources(stores: SourceStores) {
  return {
    search: searchSource(stores.search),
    customer: customerSource(stores.customer),
    account: accountSource(stores.account),
    upcoming: bookingsSource(stores.upcoming, 'upcoming', stores.timeline),
    past: bookingsSource(stores.past, 'past', stores.timeline),
  } satisfies Record<string, Source>;
}

export type SourceName = keyof ReturnType<typeof createSources>;
