import { accountSource } from '../features/account/account-source';
import { bookingsSource } from '../features/account/bookings-source';
import { checkInsSource } from '../features/check-ins/check-ins-source';
import { contractsSource } from '../features/contracts/contracts-source';
import { customerSource } from '../features/customer/customer-source';
import { searchSource } from '../features/search/search-source';
import type { Source } from '../source';
import type { Stores } from './stores';

/** Everything that the desk loads, by name, in the order in which failures are listed. */
export function createSources(stores: Stores) {
  return {
    search: searchSource(stores.search),
    customer: customerSource(stores.customer),
    account: accountSource(stores.account),
    upcoming: bookingsSource(stores.upcoming, 'upcoming', stores.timeline),
    past: bookingsSource(stores.past, 'past', stores.timeline),
    contracts: contractsSource(stores.contracts),
    checkIns: checkInsSource(stores.checkIns),
  } satisfies Record<string, Source>;
}
