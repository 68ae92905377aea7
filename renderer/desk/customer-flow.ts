import type { Ringside } from '../../preload/contract/api';
import type { SearchHit } from '../../preload/contract/domain';
import { keyOf, refOf } from '../customer-ref';
import { fullName } from '../format/name';
import type { Source } from '../source';
import { changed, moved, noVisits, opened, type Visit, type Visits } from './customer-history';
import { isFromEarlierSearch } from './earlier-search';
import { factorFromSearch } from './factor-from-search';
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
  const { search, customer, account, verification, call, diagnostics, columns, found } = stores;
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

  // While another search runs, the customer stays as they were: full, or reduced to one line.
  search.subscribe((state) => {
    const { answer, text, asked } = state;
    if (answer.state === 'loading' || (answer.state === 'idle' && text !== '')) return;
    const { collapsed: before, broughtBackIn } = found.getState();
    const isEarlier = isFromEarlierSearch(state, keyOf(customer.getState().key));
    // The same search may be repeated, for example with another key.
    const collapsed = isEarlier && (broughtBackIn === undefined || broughtBackIn !== asked?.text);
    if (collapsed !== before) found.setState({ collapsed });
  });

  /** Remembers what is shown of the open customer, and whether the caller is verified. */
  function keep(): () => void {
    const restores = sources.filter(({ open }) => open).map((source) => source.keep());
    const verified = verification.getState();
    return () => {
      for (const restore of restores) restore();
      verification.getState().cleared();
      // Masked data is not shown again: its ten seconds are counted from the key press.
      verification.setState({ ...verified, revealed: false });
    };
  }

  /** Steps for every opened customer, whether loaded or restored. */
  function begin({ hit, how }: Visit): void {
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

  async function load(visit: Visit): Promise<void> {
    // The verification stays when the same customer is opened again.
    if (keyOf(customer.getState().key) !== keyOf(refOf(visit.hit))) verification.getState().cleared();
    begin(visit);
    await Promise.all(sources.map((source) => source.open?.(visit.hit)));
  }

  /** What found the customer counts as verification where the agent typed it, because the caller has said it. */
  function countFactor(hit: SearchHit): void {
    const { asked } = search.getState();
    const { factors, factorPassed } = verification.getState();
    const factor = factorFromSearch(hit, asked?.reading);
    if (factor && asked?.text !== outsideText && factors.includes(factor)) factorPassed(factor);
  }

  /** Keeps the open customer for the way back. */
  function leave(): void {
    if (visits.at >= 0) visits = changed(visits, { restore: keep() });
  }

  /** Shows the open customer in full, although the last search may not have found them. */
  const broughtBack = () =>
    found.setState({ collapsed: false, broughtBackIn: search.getState().asked?.text });

  return {
    broughtBack,
    async open(hit: SearchHit): Promise<void> {
      const visit = { hit, how: { by: hit.matchedBy, typed: hit.typed, movedTo: undefined } };
      const isSame = keyOf(customer.getState().key) === keyOf(refOf(hit));
      if (!isSame) leave();
      setVisits(isSame ? changed(visits, visit) : opened(visits, visit));
      moves.begin();
      const loaded = load(visit);
      if (!isSame) countFactor(hit);
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
        begin(visit);
      } else void load(visit);
      broughtBack();
    },
    /** Remembers all customers of this call. */
    keep(): () => void {
      const restore = keep();
      const [kept, how, outside] = [visits, found.getState(), outsideText];
      return () => {
        moves.begin();
        outsideText = outside;
        restore();
        setVisits(kept);
        const open = kept.list[kept.at];
        if (open) begin(open);
        found.setState(how);
      };
    },
    clear(): void {
      moves.begin();
      verification.getState().cleared();
      found.setState({
        by: undefined,
        typed: undefined,
        movedTo: undefined,
        collapsed: false,
        broughtBackIn: undefined,
      });
      diagnostics.getState().cleared();
      setVisits(noVisits);
    },
  };
}
