import { type RefObject, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Actions } from './actions';
import type { Desk } from './desk/desk';
import type { Overlay } from './desk/stores';
import { shownFailure } from './features/diagnostics/diagnostics-store';
import { copyableIdOf } from './features/diagnostics/facts';
import { errorReport } from './features/diagnostics/report';
import { callsReport } from './features/health/calls-report';
import { otherFormats, readingOf } from './features/search/search-store';
import { factorActions, factorValue } from './features/verification/verification-panel';
import { isVerified } from './features/verification/verification-store';
import { focusRegion } from './keyboard';
import { known } from './loadable';
import { useLanguage } from './messages/language';

/** What each shortcut does now; undefined while it does nothing. */
export function useActions(desk: Desk, input: RefObject<HTMLInputElement | null>): Actions {
  const language = useLanguage();
  const { stores, start } = desk;
  // Subscribes to parts of the search only, so that typing a letter does not render the whole desk.
  const hasReading = useStore(stores.search, (state) => readingOf(state) !== undefined);
  const mayAskChain = useStore(stores.search, (state) => state.chainRefused === undefined);
  const hasFormats = useStore(stores.search, (state) => otherFormats(state).length > 0);
  useStore(stores.search, (state) => state.answer);
  const customer = known(useStore(stores.customer, (state) => state.content))?.value;
  const verification = useStore(stores.verification);
  const waiting = useStore(stores.call, (state) => state.waiting);
  const past = useStore(stores.past);
  const upcoming = useStore(stores.upcoming);
  const records = useStore(stores.health, (state) => state.records);
  const source = useStore(stores.diagnostics, (state) => state.source);
  const { preferences, locked } = useStore(stores.settings);
  const failures = useSyncExternalStore(desk.failures.subscribe, desk.failures.list);
  const failure = shownFailure(failures, source);

  const steady = useMemo(() => {
    const focusSearch = () => {
      input.current?.focus();
      input.current?.select();
    };
    const toggle = (which: Overlay) => () =>
      stores.overlay.setState(({ open }) => ({ open: open === which ? undefined : which }));
    return {
      search: focusSearch,
      newCall: () => {
        desk.newCall();
        focusSearch();
      },
      diagnostics: () => stores.diagnostics.getState().toggled(),
      palette: toggle('palette'),
      keys: toggle('keys'),
      nextRegion: () => focusRegion(1),
      previousRegion: () => focusRegion(-1),
      settings: () => stores.connection.getState().screenOpened(),
      readAs: toggle('readings'),
      scope: () => stores.search.getState().scopeToggled(),
      reveal: () => stores.verification.getState().revealPressed(),
      refresh: () => void desk.refresh(),
      bookings: () => document.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus(),
      overdueFirst: () => stores.timeline.getState().overdueToggled(),
      earlier: () => void stores.past.getState().moreRequested(),
      later: () => void stores.upcoming.getState().moreRequested(),
      cardFormat: () => stores.search.getState().nextFormat(),
      takeLookup: () => {
        desk.takeLookup();
        focusSearch();
      },
      dismissLookup: () => stores.call.getState().lookupGone(),
      retry: () => desk.failures.retryWhere(() => true),
      zoomIn: () => stores.settings.getState().zoomed(1),
      zoomOut: () => stores.settings.getState().zoomed(-1),
      zoomReset: () => stores.settings.getState().zoomed(0),
    };
  }, [desk, stores, input]);

  const money = customer !== undefined && isVerified(verification);
  const someRows = money && [past, upcoming].some(({ content }) => (known(content)?.value.length ?? 0) > 0);
  const when = <T>(condition: boolean, action: T) => (condition ? action : undefined);
  const verify = (index: number) => {
    const factor = verification.factors[index];
    const possible = factor && customer && !money && factorValue(customer, factor) !== undefined;
    return possible ? () => verification.factorPassed(factor) : undefined;
  };
  const [first, second, third] = factorActions.map((_, index) => verify(index));
  const diagnostics = stores.diagnostics.getState();
  const traceId = failure && copyableIdOf(failure.problem);
  return {
    ...steady,
    readAs: when(hasReading, steady.readAs),
    scope: when(mayAskChain, steady.scope),
    cardFormat: when(hasFormats, steady.cardFormat),
    takeLookup: when(waiting !== undefined, steady.takeLookup),
    dismissLookup: when(waiting !== undefined, steady.dismissLookup),
    reveal: when(customer !== undefined && (preferences.maskContact || !money), steady.reveal),
    verifyFirst: first,
    verifySecond: second,
    verifyThird: third,
    refresh: when(customer !== undefined, steady.refresh),
    bookings: when(someRows, steady.bookings),
    overdueFirst: when(someRows, steady.overdueFirst),
    earlier: when(money && past.nextOffset !== undefined, steady.earlier),
    later: when(money && upcoming.nextOffset !== undefined, steady.later),
    copyRows: when(someRows, () => void stores.timeline.getState().copyRequested('text', language)),
    copyTable: when(someRows, () => void stores.timeline.getState().copyRequested('table', language)),
    retry: when(failure !== undefined, steady.retry),
    copyReport:
      failure &&
      (() => {
        diagnostics.shown(failure.source);
        const report = errorReport(failure.problem, start.version, desk.personal(), language);
        void diagnostics.copyRequested('report', report);
      }),
    copyTrace: when(traceId !== undefined, () => {
      if (!failure || traceId === undefined) return;
      diagnostics.shown(failure.source);
      void diagnostics.copyRequested('trace', traceId);
    }),
    copyCalls: when(
      records.length > 0,
      () => void stores.health.getState().copyRequested(callsReport(records, start.version)),
    ),
    zoomIn: when(!locked.includes('zoom'), steady.zoomIn),
    zoomOut: when(!locked.includes('zoom'), steady.zoomOut),
    zoomReset: when(preferences.zoom !== 100, steady.zoomReset),
  };
}
