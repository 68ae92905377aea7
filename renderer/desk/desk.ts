import type { Ringside } from '../../preload/contract/api';
import type { CallRecord } from '../../preload/contract/call-record';
import type { AppStart } from '../../preload/contract/calls';
import type { Problem } from '../../preload/contract/problem';
import type { ConnectionState } from '../features/connection/connection-store';
import { known } from '../loadable';
import { noRight } from '../missing-rights';
import { oldestDataTime, type Source } from '../source';
import { createCallFlow } from './call-flow';
import { isNetworkProblem, reactToFailures } from './failure-reactions';
import { createFailures } from './failures';
import { repeatPhoneSearches } from './phone-repeats';
import { createSources } from './sources';
import { createStores, type Stores } from './stores';

/** Every store of the window, and what happens across them. Built once, in `main.tsx`. */
export type Desk = ReturnType<typeof createDesk>;

/**
 * Composition root of the renderer's state: builds the stores, and connects them by their events.
 *
 * @param onNewCall called after the caller has been removed from every store
 */
export function createDesk(ringside: Ringside, start: AppStart, onNewCall: () => void) {
  const stores = createStores(ringside, start, {
    onOpen: (hit) => void flow.open(hit),
    onConnection(moved) {
      stores.rights.forget();
      const { content, refreshed } = stores.contracts.getState();
      if (known(content)?.value === noRight) void refreshed();
      stores.search.getState().connectionChanged(stores.connection.getState().connection.studios);
      if (moved) flow.studiosChanged();
      else failures.retryWhere((kind) => kind !== 'rateLimited');
    },
    onProxySignIn() {
      stores.connection.getState().proxyOpened();
      failures.retryWhere((kind) => kind === 'proxyLogin');
    },
    onNetworkBack: () => failures.retryWhere(isNetworkProblem),
  });
  const named = createSources(stores);
  const sources: readonly Source[] = Object.values(named);
  const failures = createFailures(named);
  const flow = createCallFlow(ringside, stores, sources, onNewCall);
  connectStores(stores, failures);
  repeatPhoneSearches(stores);

  return {
    start,
    stores,
    sources,
    failures,
    ...flow,
    recents: ringside.desk.recents,
    copy: ringside.clipboard.write,
    /** Absent unless the policy lets telephone numbers be dialled. */
    dialling: start.dialLinks ? ringside.phone : undefined,
    callsEnded(records: CallRecord[]): void {
      stores.health.getState().callsEnded(records);
      for (const record of records) stores.online.getState().callEnded(record);
    },
    /** Texts that could identify the customer; no report may contain them. */
    personal: () => [
      ...sources.flatMap((source) => source.personal?.(start.locale) ?? []),
      ...stores.call.getState().held.flatMap(({ name }) => name ?? []),
      ...waitingTexts(stores),
    ],
    /** True while no source is loading. */
    settled: () => sources.every(({ content }) => content().state !== 'loading'),
    oldestDataTime: () => oldestDataTime(sources),
  };
}

/** Number and name of the caller who waits. */
function waitingTexts({ call }: Stores): string[] {
  const { waiting, caller } = call.getState();
  const name = typeof caller === 'object' && 'id' in caller ? caller.name : undefined;
  return [waiting?.caller && waiting.text, name].flatMap((text) => text || []);
}

function connectStores(stores: Stores, failures: ReturnType<typeof createFailures>): void {
  const { search, call, connection, proxy } = stores;
  reactToFailures(failures, {
    askForKey: (problem) => connection.getState().keyRefused(problem),
    askForProxySignIn: (problem) => proxy.getState().asked(problem),
  });
  connection.subscribe((state, before) => {
    const ended = endedWith(state);
    if (ended && ended !== endedWith(before)) proxy.getState().asked(ended);
  });
  search.subscribe(({ text }, before) => {
    // Whoever types goes on in the search box.
    if (text !== before.text) stores.timeline.getState().wishesDropped();
    if (text === '') return;
    call.getState().begun();
    if (connection.getState().connected) connection.getState().noticeClosed();
  });
}

/** Problem of the last change or test of a studio. */
function endedWith({ problem, tested }: ConnectionState): Problem | undefined {
  return problem ?? Object.values(tested).find((test) => test.problem !== undefined)?.problem;
}
