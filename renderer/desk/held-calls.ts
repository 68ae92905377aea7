import { maxHeldCalls } from '../../preload/contract/calls';
import { readingOf, type SearchState } from '../features/search/search-state';
import { fullName } from '../format/name';
import { known } from '../loadable';
import type { Source } from '../source';
import type { CustomerFlow } from './customer-flow';
import type { Stores } from './stores';

/** The name that was typed. A number or a date is none: it must not stand on the desk during another call. */
function typedName(search: Pick<SearchState, 'text' | 'picked'>): string | undefined {
  const reading = readingOf(search);
  return reading?.kind === 'name' || reading?.kind === 'lastFirst' ? search.text.trim() : undefined;
}

/**
 * Puts calls on hold and takes them back, each with its search, its customers, what was loaded, and its verification.
 * SECURITY: all of it is in this page's memory only, which a locked or idle desk replaces.
 *
 * @param tellHeld tells main how many calls are on hold
 * @param clear empties the desk for the next call
 */
export function createHeldCalls(
  tellHeld: (held: number) => void,
  { call, customer, search }: Stores,
  sources: readonly Source[],
  customers: CustomerFlow,
  clear: () => void,
) {
  let holds = 0;

  /** Puts the present call aside, if there is one. */
  function putAside(startedAt: number | undefined): void {
    if (startedAt !== undefined) {
      // What is about a customer is kept by their flow.
      const restores = sources.filter(({ open }) => !open).map((source) => source.keep());
      const restoreCustomers = customers.keep();
      const open = known(customer.getState().content)?.value;
      const held = {
        id: ++holds,
        name: open ? fullName(open) : typedName(search.getState()),
        startedAt,
        restore() {
          call.setState({ startedAt });
          for (const restore of restores) restore();
          restoreCustomers();
        },
      };
      call.setState((state) => ({ held: [...state.held, held] }));
    }
    clear();
    tellHeld(call.getState().held.length);
  }

  return {
    /** Puts the present call on hold, and leaves an empty desk. */
    hold(): void {
      const { startedAt, held } = call.getState();
      if (startedAt !== undefined && held.length < maxHeldCalls) putAside(startedAt);
    },
    /** Resumes a call, by default the one that was held longest, and puts the open one on hold. */
    takeBack(id?: number): void {
      const { startedAt, held } = call.getState();
      const taken = id === undefined ? held[0] : held.find((each) => each.id === id);
      if (!taken) return;
      call.setState({ held: held.filter((each) => each !== taken) });
      putAside(startedAt);
      taken.restore();
    },
  };
}
