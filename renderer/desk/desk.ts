import type { Ringside } from '../../preload/contract/api';
import type { CallRecord } from '../../preload/contract/call-record';
import type { AppStart } from '../../preload/contract/calls';
import { oldestDataTime, type Source } from '../source';
import { createCallFlow } from './call-flow';
import { isNetworkProblem, reactToFailures } from './failure-reactions';
import { createFailures } from './failures';
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
    onOpen: (hit, scope) => void flow.open(hit, scope),
    onConnection(moved) {
      stores.search.getState().connectionChanged();
      if (moved) flow.newCall();
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

  return {
    start,
    stores,
    sources,
    failures,
    ...flow,
    recents: ringside.desk.recents,
    copy: ringside.clipboard.write,
    callEnded(record: CallRecord): void {
      stores.health.getState().callEnded(record);
      stores.online.getState().callEnded(record.problem === undefined, record.problem === 'offline');
    },
    /** Texts that could identify the customer; no report may contain them. */
    personal: () => sources.flatMap((source) => source.personal?.(start.locale) ?? []),
    /** True while no source is loading. */
    settled: () => sources.every(({ content }) => content().state !== 'loading'),
    oldestDataTime: () => oldestDataTime(sources),
  };
}

function connectStores(stores: Stores, failures: ReturnType<typeof createFailures>): void {
  const { search, call, diagnostics, connection, proxy } = stores;
  reactToFailures(failures, {
    diagnostics: {
      isOpen: () => diagnostics.getState().open,
      show: (source) => diagnostics.getState().shown(source),
      close: () => diagnostics.getState().closed(),
    },
    askForKey: (kind) => connection.getState().keyRefused(kind),
    askForProxySignIn: (problem) => proxy.getState().asked(problem),
  });
  connection.subscribe(({ problem, tested }, before) => {
    const ended = problem ?? tested?.problem;
    if (ended && ended !== (before.problem ?? before.tested?.problem)) proxy.getState().asked(ended);
  });
  search.subscribe(({ text }) => {
    if (text !== '') call.getState().begun();
  });
}
