import type { About, AppStart, ConnectionTest, ProxySignIn } from '../../preload/contract/calls';
import type { SearchHit } from '../../preload/contract/domain';
import { type Outcome, succeed } from '../../preload/contract/problem';
import { BalancePrefetch } from '../api/balance-prefetch';
import type { ApiClient } from '../api/client';
import type { LatestRequests } from '../api/latest-request';
import { search } from '../api/search';
import type { ConnectionService } from '../connection/connection';
import type { PreferencesService } from '../connection/preferences';
import { ExpiringValue } from '../expiring-value';
import type { Log } from '../log/log';
import type { RecentCalls } from '../log/recent-calls';
import type { ClipboardGuard } from '../privacy/clipboard-guard';
import type { RecentCustomers } from '../privacy/recent-customers';
import type { Handlers } from './register-handlers';

/** More than any screen shows. */
const firstHits = 200;
/** The page asks for the rest as soon as it has drawn the first. */
const restMs = 30_000;

/** What the handlers of calls work with; built in `app.ts`. */
export interface Services {
  start: () => AppStart;
  settled: () => Promise<void>;
  focus: () => void;
  about: () => Promise<About>;
  openLogs: () => Promise<void>;
  updates: { check: () => void; install: () => void };
  client: ApiClient;
  connection: ConnectionService;
  testConnection: () => Promise<Outcome<ConnectionTest>>;
  signInProxy: (input: ProxySignIn) => Promise<Outcome<null>>;
  forgetProxy: () => Promise<Outcome<null>>;
  preferences: PreferencesService;
  slots: LatestRequests;
  callers: RecentCustomers;
  copies: ClipboardGuard;
  journal: RecentCalls;
  log: Log;
  /** A lookup shows that somebody is there. */
  touched: () => void;
}

/** What each call does. Anything that fails does so as a value. */
export function createHandlers(services: Services): Handlers {
  const { client, connection, preferences, slots, callers, copies, journal, log } = services;
  const ahead = new BalancePrefetch((id) => slots.run('balances', (signal) => client.balances(id, signal)));
  const rest = new ExpiringValue<{ of: number; hits: SearchHit[] }>(restMs);
  let searches = 0;
  let lastSwitch: Promise<unknown> = Promise.resolve();

  /** One change at a time, and neither an answer nor a caller of one studio may turn up under another. */
  function switching<T>(change: () => Promise<Outcome<T>> | Outcome<T>): Promise<Outcome<T>> {
    const next = lastSwitch.then(async () => {
      slots.cancelAll();
      ahead.drop();
      rest.drop();
      const before = identity();
      const outcome = await change();
      if (identity() !== before) callers.forgotten();
      return outcome;
    });
    lastSwitch = next.catch(() => undefined);
    return next;
  }

  function identity(): string {
    const { mode, address } = connection.status();
    return `${mode} ${address}`;
  }

  return {
    'app:start': () => succeed(services.start()),
    'app:settled': () => done(services.settled()),
    'connection:connect': (input) => switching(() => connection.connect(input)),
    'connection:resume': () => switching(() => connection.resume()),
    'connection:explore-demo': () => switching(() => connection.exploreDemo()),
    'connection:forget': () =>
      switching(async () => {
        const forgotten = await services.forgetProxy();
        return forgotten.ok ? connection.forget() : forgotten;
      }),
    'connection:test': () => services.testConnection(),
    'connection:sign-in-proxy': (input) => services.signInProxy(input),
    'customer:search': async ({ reading, scope }) => {
      services.touched();
      rest.drop();
      const outcome = await slots.run('search', (signal) => search(client, reading, scope, signal));
      if (!outcome.ok) return outcome;
      const { hits, tried } = outcome.value;
      const [only, another] = hits;
      if (only && !another) ahead.ask(only.customer.id);
      const first = { hits: JSON.stringify(hits.slice(0, firstHits)), total: hits.length, tried };
      if (hits.length <= firstHits) return succeed(first);
      // Fewer are drawn than this; the others cross while they are looked at.
      searches += 1;
      rest.keep({ of: searches, hits: hits.slice(firstHits) });
      return succeed({ ...first, rest: searches });
    },
    'customer:get': ({ id, scope }) => slots.run('customer', (signal) => client.customer(id, scope, signal)),
    'account:balances': ({ id }) => {
      services.touched();
      return ahead.answer(id);
    },
    'account:bookings': ({ id, period, offset }) =>
      slots.run(period, (signal) => client.bookings(id, period, offset, signal)),
    'search:rest': ({ rest: of }) => {
      const kept = rest.take((each) => each.of === of);
      return succeed(JSON.stringify(kept?.hits ?? []));
    },
    'search:cancel': () => done(slots.cancel('search')),
    'desk:clear': () => {
      callers.callEnded();
      slots.cancelAll();
      ahead.drop();
      rest.drop();
      return done(copies.clear());
    },
    'desk:opened': (customer) => done(callers.opened(customer)),
    'desk:recents': () => succeed(callers.recents()),
    'desk:revealed': () => done(log.event({ event: 'revealed' })),
    'desk:focus': () => done(services.focus()),
    'settings:change': (change) => preferences.change(change),
    'about:show': async () => succeed(await services.about()),
    'about:open-logs': () => done(services.openLogs()),
    'update:check': () => done(services.updates.check()),
    'update:install': () => done(services.updates.install()),
    'call:recent': () => succeed(journal.recent()),
    'clipboard:write': ({ text }) => done(copies.write(text)),
  };
}

async function done(work: Promise<void> | void): Promise<Outcome<null>> {
  await work;
  return succeed(null);
}
