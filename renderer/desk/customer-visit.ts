import type { SearchHit } from '../../preload/contract/domain';
import { refOf } from '../customer-ref';
import { fullName } from '../format/name';
import type { Source } from '../source';
import type { Visit } from './customer-history';
import { factorFromSearch } from './factor-from-search';
import type { Stores } from './stores';

/** Prepares the desk for a customer who is opened, whether loaded or restored. */
export function beginVisit({ diagnostics, columns, found, call }: Stores, { hit, how }: Visit): void {
  const { number, accessRefused } = hit.customer;
  const name = fullName(hit.customer);
  diagnostics.getState().cleared();
  columns.setState({ chosen: undefined });
  found.setState({ ...how, collapsed: false, broughtBackIn: undefined });
  call.getState().begun();
  void call.getState().opened({
    ...refOf(hit),
    ...(name && { name }),
    ...(number && { number }),
    ...(accessRefused && { accessRefused }),
  });
}

/**
 * Remembers what is shown of the open customer, and whether the caller is verified.
 *
 * @returns shows it again
 */
export function keepCustomer(sources: readonly Source[], verification: Stores['verification']): () => void {
  const restores = sources.filter(({ open }) => open).map((source) => source.keep());
  const verified = verification.getState();
  return () => {
    for (const restore of restores) restore();
    verification.getState().cleared();
    // Masked data is not shown again: its ten seconds are counted from the key press.
    verification.setState({ ...verified, revealed: false });
  };
}

/** Counts what found the customer as a verified factor, because the agent typed what the caller said. */
export function countFactor({ search, verification }: Stores, hit: SearchHit): void {
  const { factors, factorPassed } = verification.getState();
  const factor = factorFromSearch(hit, search.getState().asked?.reading);
  if (factor && factors.includes(factor)) factorPassed(factor);
}
