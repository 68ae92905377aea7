import { createStore } from 'zustand/vanilla';
import type { Ringside } from '../../preload/contract/api';
import type { CallRecord } from '../../preload/contract/call-record';
import type { AppStart, Recent } from '../../preload/contract/calls';
import type { Account, Customer, MatchedBy, SearchHit, SearchScope } from '../../preload/contract/domain';
import type { Problem, ProblemKind } from '../../preload/contract/problem';
import { afterPaint } from '../after-paint';
import { createBookingsStore } from '../features/account/bookings-store';
import { createTimelineStore } from '../features/account/timeline-store';
import { createCallStore } from '../features/call/call-store';
import { createConnectionStore } from '../features/connection/connection-store';
import { createProxyStore } from '../features/connection/proxy-store';
import type { Failures } from '../features/diagnostics/diagnostics-panel';
import { createDiagnosticsStore, type ProblemSource } from '../features/diagnostics/diagnostics-store';
import { createHealthStore } from '../features/health/health-store';
import { parseDate } from '../features/search/recognise';
import { createSearchStore } from '../features/search/search-store';
import { createSettingsStore } from '../features/settings/settings-store';
import { createUpdateStore } from '../features/updates/update-store';
import { createVerificationStore } from '../features/verification/verification-store';
import { dateForms } from '../format/date';
import { fullName } from '../format/name';
import { known, problemOf } from '../loadable';
import { createNetworkStore } from '../network-status';
import { createRateLimitRetry } from './rate-limit-retry';
import { createResource } from './resource';

/** What a new key mends. */
const forWantOfAKey: ReadonlySet<ProblemKind> = new Set(['unauthorized', 'keyMissing']);

/** What a network that is back may have mended. */
const forWantOfANetwork: ReadonlySet<ProblemKind> = new Set([
  'offline',
  'unreachable',
  'nameNotResolved',
  'connectionLost',
  'timeout',
]);

/** How the customer on the desk was found. */
interface Found {
  by: MatchedBy | undefined;
  scope: SearchScope;
}

/** What lies over the desk. */
export type Overlay = 'palette' | 'keys' | 'readings';

/** Every store of the window and what happens across them. Built once, in main.tsx. */
export type Desk = ReturnType<typeof createDesk>;

/** @param onNewCall told when the caller has left every store */
export function createDesk(ringside: Ringside, start: AppStart, onNewCall: () => void) {
  const found = createStore<Found>()(() => ({ by: undefined, scope: 'studio' }));
  const customer = createResource<string, Customer>((id) =>
    ringside.customer.get({ id, scope: found.getState().scope }),
  );
  const account = createResource<string, Account>((id) => ringside.account.balances({ id }));
  const bookings = createBookingsStore(ringside.account, afterPaint);
  const diagnostics = createDiagnosticsStore(ringside.clipboard);
  const timeline = createTimelineStore(bookings, ringside.clipboard);
  const call = createCallStore(ringside.desk);
  const verification = createVerificationStore(ringside.desk, start.verificationFactors);
  const settings = createSettingsStore(ringside, start.settings);
  const overlay = createStore<{ open: Overlay | undefined }>()(() => ({ open: undefined }));
  const search = createSearchStore(ringside, (hit, scope) => void open(hit, scope), afterPaint);
  const connection = createConnectionStore(ringside.connection, start.connection, (moved) => {
    search.getState().connectionChanged();
    if (moved) newCall();
    else retryAll((kind) => kind !== 'rateLimited');
  });
  const proxy = createProxyStore(ringside.connection, () => {
    connection.getState().proxyOpened();
    retryAll((kind) => kind === 'proxyLogin');
  });
  const updates = createUpdateStore(ringside.update, start.update);
  const health = createHealthStore(ringside.call, ringside.clipboard);
  const online = createNetworkStore(navigator.onLine, () => retryAll((kind) => forWantOfANetwork.has(kind)));
  const wait = createRateLimitRetry<ProblemSource>(retry);

  async function open(hit: SearchHit, scope: SearchScope): Promise<void> {
    const { id, number } = hit.customer;
    const name = fullName(hit.customer);
    diagnostics.getState().closed();
    // The same customer again has not become somebody else in between.
    if (customer.getState().key !== id) verification.getState().cleared();
    timeline.getState().cleared();
    found.setState({ by: hit.matchedBy, scope });
    call.getState().begun();
    void call.getState().opened({ id, scope, ...(name && { name }), ...(number && { number }) });
    void customer.getState().opened(id, hit.customer);
    await Promise.all([account.getState().opened(id), bookings.getState().opened(id)]);
  }

  async function refresh(): Promise<void> {
    await Promise.all([customer, account, bookings].map((store) => store.getState().refreshed()));
  }

  /** Everything of the caller leaves the screen and this process. */
  function newCall(): void {
    for (const store of [search, customer, account, bookings, timeline, verification])
      store.getState().cleared();
    call.getState().ended();
    overlay.setState({ open: undefined });
    found.setState({ by: undefined, scope: 'studio' });
    diagnostics.getState().closed();
    void ringside.desk.clear();
    onNewCall();
  }

  /** What failed and is still on screen as failed, in the order of the panels. */
  function failures(): Failures {
    const all: Record<ProblemSource, ReturnType<typeof problemOf>> = {
      search: problemOf(search.getState().answer),
      customer: problemOf(customer.getState().content),
      account: problemOf(account.getState().content),
      upcoming: problemOf(bookings.getState().upcoming.content),
      past: problemOf(bookings.getState().past.content),
    };
    return Object.fromEntries(
      Object.entries(all).filter(([, problem]) => problem && problem.kind !== 'cancelled'),
    ) as Failures;
  }

  function retry(source: ProblemSource): void {
    const retries: Record<ProblemSource, () => unknown> = {
      search: () => search.getState().retried(),
      customer: () => customer.getState().refreshed(),
      account: () => account.getState().refreshed(),
      upcoming: () => bookings.getState().retried('upcoming'),
      past: () => bookings.getState().retried('past'),
    };
    retries[source]();
  }

  /** Asks again for what failed in a way that may be mended now; a search the agent stopped stays stopped. */
  function retryAll(mended: (kind: ProblemKind) => boolean): void {
    for (const [source, problem] of Object.entries(failures()) as [ProblemSource, Problem][])
      if (mended(problem.kind)) retry(source);
  }

  function callEnded(record: CallRecord): void {
    health.getState().callEnded(record);
    online.getState().callEnded(record.problem === undefined, record.problem === 'offline');
  }

  /** A text to look up at once. */
  function lookUp(text: string): void {
    search.getState().typed(text);
    search.getState().entered();
  }

  /** A lookup from outside: taken up at once on an idle desk, kept waiting where it would disturb. */
  function lookupArrived(text: string): void {
    const { connection: now, open: isConnecting } = connection.getState();
    const idle = customer.getState().key === undefined && search.getState().text === '';
    if (now.mode === 'none' || isConnecting || !idle || overlay.getState().open) {
      call.getState().lookupArrived({ text });
      return;
    }
    void ringside.desk.focus();
    lookUp(text);
  }

  /** The lookup that waited becomes the call. */
  function takeLookup(): void {
    const { waiting, lookupGone } = call.getState();
    if (!waiting) return;
    lookupGone();
    newCall();
    lookUp(waiting.text);
  }

  function openRecent({ id, scope }: Recent): void {
    search.setState({ scope });
    lookUp(`id:${id}`);
  }

  /** Whatever could name the customer: it must be in no report. */
  function personal(): string[] {
    const value = known(customer.getState().content)?.value;
    const { accessRefused: _, status: __, country: ___, ...fields } = value ?? ({} as Partial<Customer>);
    const { text, asked } = search.getState();
    const typed = [text, asked?.text ?? ''];
    const typedDates = typed.flatMap((each) => each.split(/\s+/)).map(parseDate);
    const dates = [value?.dateOfBirth, ...typedDates].filter((date) => date !== undefined);
    return [...Object.values(fields), ...typed, ...dates.flatMap((date) => dateForms(date, start.locale))];
  }

  /** Opens the drawer as soon as something new has failed, and closes it when nothing is failed any more. */
  function watchFailures(): void {
    let before: Failures = {};
    const look = () => {
      const now = failures();
      const fresh = (Object.keys(now) as ProblemSource[]).find((source) => now[source] !== before[source]);
      const mended = Object.keys(before).length > 0 && Object.keys(now).length === 0;
      before = now;
      wait(now);
      const keyless = fresh && now[fresh];
      if (keyless && forWantOfAKey.has(keyless.kind)) connection.getState().keyRefused(keyless.kind);
      if (fresh && now[fresh]) proxy.getState().asked(now[fresh]);
      if (mended) diagnostics.getState().closed();
      // A failed search is about the caller of now; what failed before it is about somebody else.
      if (fresh && (fresh === 'search' || !diagnostics.getState().open)) diagnostics.getState().shown(fresh);
    };
    for (const subscribe of [search.subscribe, customer.subscribe, account.subscribe, bookings.subscribe])
      subscribe(look);
  }

  /** Nothing is under way: what was asked for is on screen. */
  function settled(): boolean {
    const { past, upcoming } = bookings.getState();
    const all = [search.getState().answer, customer.getState().content, account.getState().content];
    return [...all, past.content, upcoming.content].every(({ state }) => state !== 'loading');
  }

  watchFailures();
  connection.subscribe(({ problem, tested }, before) => {
    const ended = problem ?? tested?.problem;
    if (ended && ended !== (before.problem ?? before.tested?.problem)) proxy.getState().asked(ended);
  });
  search.subscribe(({ text }) => {
    if (text !== '') call.getState().begun();
  });
  return {
    start,
    stores: {
      search,
      customer,
      account,
      bookings,
      timeline,
      verification,
      call,
      diagnostics,
      connection,
      proxy,
      found,
      health,
      updates,
      online,
      settings,
      overlay,
    },
    refresh,
    newCall,
    failures,
    retry,
    retryAll: () => retryAll(() => true),
    lookUp,
    lookupArrived,
    takeLookup,
    openRecent,
    recents: ringside.desk.recents,
    copy: ringside.clipboard.write,
    callEnded,
    personal,
    settled,
  };
}
