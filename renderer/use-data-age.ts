import { useStore } from 'zustand';
import type { Desk } from './desk/desk';
import { known } from './loadable';

/** None of the money on screen is older than this; undefined while there is none. */
export function useDataAge({ stores }: Desk): number | undefined {
  const account = known(useStore(stores.account, (state) => state.content));
  const { past, upcoming } = useStore(stores.bookings);
  const bookings = [past, upcoming].map(({ content }) => known(content)?.asOf ?? Number.POSITIVE_INFINITY);
  return account && Math.min(account.asOf, ...bookings);
}
