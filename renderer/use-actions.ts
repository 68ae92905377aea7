import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { BookingPeriod } from '../preload/contract/domain';
import type { Actions } from './actions';
import { useStudios } from './components/studios';
import { copySummary } from './copy-summary';
import type { Desk } from './desk/desk';
import type { Stores } from './desk/stores';
import type { BookingsState } from './features/account/bookings-store';
import { type Failure, shownFailure, sourceNameOf } from './features/diagnostics/diagnostics-store';
import { traceIdOf } from './features/diagnostics/facts';
import { errorReport } from './features/diagnostics/report';
import { copyExplanation, explanationOf } from './features/explanation/explanation';
import { callsReport } from './features/health/calls-report';
import { isBeingMade } from './features/phone-index/index-progress';
import { otherFormats, readingOf } from './features/search/search-state';
import { factorValue } from './features/verification/comparison';
import { factorActions } from './features/verification/verification-panel';
import { isVerified } from './features/verification/verification-store';
import type { FixedActions } from './fixed-actions';
import { known } from './loadable';
import { type Language, useLanguage } from './messages/language';
import { mayRetryHelp } from './problem-traits';

/** What each shortcut does now; undefined while it does nothing. */
export function useActions(desk: Desk, fixed: FixedActions): Actions {
  const language = useLanguage();
  const studios = useStudios();
  const { stores, start } = desk;
  // Subscribes to parts of the search only, so that typing a letter does not render the whole desk.
  const hasReading = useStore(stores.search, (state) => readingOf(state) !== undefined);
  const mayAskChain = useStore(stores.search, (state) => state.chainRefused === undefined);
  const hasFormats = useStore(stores.search, (state) => otherFormats(state).length > 0);
  const collapsed = useStore(stores.found, (state) => state.collapsed);
  const shown = known(useStore(stores.customer, (state) => state.content));
  // Actions are disabled while the customer is reduced to one line.
  const customer = collapsed ? undefined : shown?.value;
  const verification = useStore(stores.verification);
  const waiting = useStore(stores.call, (state) => state.waiting);
  const hasEarlier = useStore(stores.call, (state) => state.hasEarlier);
  const hasLater = useStore(stores.call, (state) => state.hasLater);
  const hasCall = useStore(stores.call, (state) => state.startedAt !== undefined || state.held.length > 0);
  // The explanation depends on it.
  useStore(stores.account);
  const past = useStore(stores.past);
  const upcoming = useStore(stores.upcoming);
  const records = useStore(stores.health, (state) => state.records);
  const source = useStore(stores.diagnostics, (state) => state.source);
  const via = useStore(stores.customer, (state) => state.key?.via);
  const isSearching = useStore(stores.search, (state) => state.answer.state === 'loading');
  const mayIndex = useStore(
    stores.phoneIndex,
    ({ index }) => index.mode !== 'off' && !index.studios.some(isBeingMade),
  );
  const { preferences, locked } = useStore(stores.settings);
  const failures = useSyncExternalStore(desk.failures.subscribe, desk.failures.list);
  const failure = shownFailure(failures, source);

  const money = customer !== undefined && isVerified(verification);
  const isExplained = money && typeof explanationOf(stores, language) === 'object';
  const hasTable = customer !== undefined && via === undefined;
  const verify = (index: number) => {
    const factor = verification.factors[index];
    const possible = factor && customer && !money && factorValue(customer, factor) !== undefined;
    return possible ? () => verification.factorPassed(factor) : undefined;
  };
  const [first, second, third] = factorActions.map((_, index) => verify(index));
  return {
    ...fixed,
    readAs: when(hasReading, fixed.readAs),
    scope: when(mayAskChain, fixed.scope),
    cardFormat: when(hasFormats, fixed.cardFormat),
    phoneIndex: when(mayIndex, fixed.phoneIndex),
    takeLookup: when(waiting !== undefined, fixed.takeLookup),
    dismissLookup: when(waiting !== undefined, fixed.dismissLookup),
    hold: when(hasCall, fixed.hold),
    back: when(hasEarlier || collapsed, fixed.back),
    forward: when(hasLater, fixed.forward),
    reveal: when(customer !== undefined && (preferences.maskContact || !money), fixed.reveal),
    verifyFirst: first,
    verifySecond: second,
    verifyThird: third,
    copySummary: when(customer !== undefined, () => copySummary(desk, studios, language)),
    copyExplanation: when(isExplained, () => copyExplanation(stores, stores.copies, language)),
    refresh: when(customer !== undefined, fixed.refresh),
    bookings: when(hasTable || isSearching, fixed.bookings),
    contracts: when(money && hasTable, fixed.contracts),
    overdueFirst: hasTable
      ? fixed.overdueFirst
      : when(isSearching, () => stores.timeline.getState().cameEarly('overdueFirst')),
    ...rowActions(stores.timeline, money, { past, upcoming }, fixed, language),
    ...failureActions(desk, failures, failure, language),
    copyCalls: when(
      records.length > 0,
      () => void stores.health.getState().copyRequested(callsReport(records, start.version)),
    ),
    zoomIn: when(!locked.includes('zoom'), fixed.zoomIn),
    zoomOut: when(!locked.includes('zoom'), fixed.zoomOut),
    zoomReset: when(preferences.zoom !== 100, fixed.zoomReset),
  };
}

const when = <T>(condition: boolean, action: T) => (condition ? action : undefined);

/** Actions on the rows of the transactions. Before there are rows they only say so. */
function rowActions(
  timeline: Stores['timeline'],
  money: boolean,
  { past, upcoming }: Record<BookingPeriod, BookingsState>,
  fixed: FixedActions,
  language: Language,
): Pick<Actions, 'earlier' | 'later' | 'copyRows' | 'copyTable'> {
  const someRows = money && [past, upcoming].some(({ content }) => (known(content)?.value.length ?? 0) > 0);
  const isEarly = [past, upcoming].some(({ content }) => content.state === 'loading' && !known(content));
  const tooEarly = when(money && isEarly && !someRows, () => timeline.getState().cameEarly());
  const copy = (as: 'text' | 'table') => () => void timeline.getState().copyRequested(as, language);
  return {
    earlier: money && past.nextOffset !== undefined ? fixed.earlier : tooEarly,
    later: money && upcoming.nextOffset !== undefined ? fixed.later : tooEarly,
    copyRows: someRows ? copy('text') : tooEarly,
    copyTable: someRows ? copy('table') : tooEarly,
  };
}

/** Actions for the failure that the diagnostics show. */
function failureActions(
  desk: Desk,
  failures: readonly Failure[],
  failure: Failure | undefined,
  language: Language,
) {
  if (!failure) return { retry: undefined, copyReport: undefined, copyTrace: undefined };
  const { copyRequested } = desk.stores.diagnostics.getState();
  const { source, problem } = failure;
  const traceId = traceIdOf(problem);
  // After a partial search answer, the retry asks the missing studios again for any kind of problem.
  const retryable = failures.filter((each) => each.isPartial || mayRetryHelp(each.problem.kind));
  const retried = new Set(retryable.map((each) => sourceNameOf(each.source)));
  return {
    retry: when(retried.size > 0, () => {
      for (const each of retried) desk.failures.retry(each);
    }),
    copyReport() {
      const report = errorReport(problem, desk.start, desk.personal(), language);
      void copyRequested('report', source, report);
    },
    copyTrace: traceId === undefined ? undefined : () => void copyRequested('trace', source, traceId),
  };
}
