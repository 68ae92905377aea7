import type { Ringside } from '../../preload/contract/api';
import type { SearchHit } from '../../preload/contract/domain';
import { keyOf, refOf } from '../customer-ref';
import type { Source } from '../source';
import { changed, moved, noVisits, opened, type Visit, type Visits } from './customer-history';
import { beginVisit, countFactor, keepCustomer } from './customer-visit';
import { collapseOnOtherSearch } from './earlier-search';
import { followMoves } from './follow-moves';
import type { Stores } from './stores';

/** Opens customers, and goes back and forward among those of this call. */
export type CustomerFlow = ReturnType<typeof createCustomerFlow>;

/** @param sources everything that is loaded about a customer */
export function createCustomerFlow(
  ringside: Pick<Ringside, 'customer'>,
  stores: Stores,
  sources: readonly Source[],
) {
  const { search, customer, account, verification, call, diagnostics, found } = stores;
  let visits = noVisits;
  /** Text of the last lookup from outside, which the caller has not said. */
  let outsideText: string | undefined;

  function setVisits(now: Visits): void {
    visits = now;
    call.setState({ hasEarlier: moved(now, -1) !== undefined, hasLater: moved(now, 1) !== undefined });
  }

  const moves = followMoves(ringside, account, (home) => {
    const { by, typed } = found.getState();
    const how = { by, typed, movedTo: home.studio };
    setVisits(changed(visits, { hit: home, how }));
    void load({ hit: home, how });
    search.getState().customerMoved(home);
  });

  collapseOnOtherSearch(stores);

  async function load(visit: Visit): Promise<void> {
    // The verification stays when the same customer is opened again.
    if (keyOf(customer.getState().key) !== keyOf(refOf(visit.hit))) verification.getState().cleared();
    beginVisit(stores, visit);
    await Promise.all(sources.map((source) => source.open?.(visit.hit)));
  }

  /** Keeps the open customer for the way back. */
  function leave(): void {
    if (visits.at >= 0) visits = changed(visits, { restore: keepCustomer(sources, verification) });
  }

  /** Shows the open customer in full, although the last search may not have found them. */
  const broughtBack = () => {
    search.getState().wentBack();
    found.setState({ collapsed: false, broughtBackIn: search.getState().asked?.text });
  };

  return {
    broughtBack,
    async open(hit: SearchHit): Promise<void> {
      const visit = { hit, how: { by: hit.matchedBy, typed: hit.typed, movedTo: undefined } };
      const isSame = keyOf(customer.getState().key) === keyOf(refOf(hit));
      if (!isSame) leave();
      setVisits(isSame ? changed(visits, visit) : opened(visits, visit));
      moves.begin();
      const loaded = load(visit);
      if (!isSame && search.getState().asked?.text !== outsideText) countFactor(stores, hit);
      await loaded;
    },
    /** A text from outside is searched, which does not verify the caller. */
    lookedUp(text: string): void {
      outsideText = text.trim();
    },
    /** Goes to the previous or next customer of this call. */
    go(by: -1 | 1): void {
      if (!moved(visits, by)) return;
      leave();
      setVisits(moved(visits, by) ?? visits);
      const visit = visits.list[visits.at];
      if (!visit) return;
      moves.begin();
      if (visit.restore) {
        visit.restore();
        beginVisit(stores, visit);
      } else void load(visit);
      broughtBack();
    },
    /** Remembers all customers of this call. */
    keep(): () => void {
      const restore = keepCustomer(sources, verification);
      const [kept, how, outside] = [visits, found.getState(), outsideText];
      return () => {
        moves.begin();
        outsideText = outside;
        restore();
        setVisits(kept);
        const open = kept.list[kept.at];
        if (open) beginVisit(stores, open);
        found.setState(how);
      };
    },
    clear(): void {
      moves.begin();
      verification.getState().cleared();
      found.setState(found.getInitialState());
      diagnostics.getState().cleared();
      setVisits(noVisits);
    },
  };
}
