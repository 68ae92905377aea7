import type { About } from '../../preload/contract/calls';
import type { CheckReport } from '../../preload/contract/check';
import type { Reading } from '../../preload/contract/domain';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import { PhoneRate } from '../api/phone-rate-limit';
import { PhoneSearch } from '../api/phone-search';
import type { PreferencesService } from '../connection/preferences';
import type { Log } from '../log/log';
import type { RecentCalls } from '../log/recent-calls';
import type { Policy } from '../policy/keys';
import type { ClipboardGuard } from '../privacy/clipboard-guard';
import type { RecentCustomers } from '../privacy/recent-customers';
import type { ContextMenu } from '../window/context-menu';
import { type ConnectionServices, createConnectionHandlers } from './connection-handlers';
import { createLookupHandlers } from './lookup-handlers';
import { createPhoneHandlers, type PhoneServices } from './phone-handlers';
import type { DeskChannel, Handlers } from './register-handlers';
import { createSearchHandlers, type SearchServices } from './search-handlers';

/** What the handlers work with; built in `app/desk.ts`. */
export interface Services extends SearchServices, ConnectionServices, Omit<PhoneServices, 'connection'> {
  settled: () => Promise<void>;
  focus: () => void;
  about: () => Promise<About>;
  openLogs: () => Promise<void>;
  checkDesktop: () => Promise<CheckReport>;
  updates: { check: () => void; install: () => void };
  preferences: PreferencesService;
  customers: RecentCustomers;
  clipboardGuard: ClipboardGuard;
  contextMenu: ContextMenu;
  policy: Pick<Policy, 'verificationOverride' | 'dialLinks'>;
  calls: RecentCalls;
  log: Log;
}

/** The handler of each channel but the first ones. Every failure is a value. */
export function createHandlers(services: Services): Pick<Handlers, DeskChannel> {
  const { preferences, requests, customers, clipboardGuard, calls, log } = services;
  const { deskSearch, phoneIndex, connection, region } = services;
  const lookups = createLookupHandlers({
    ...services,
    touched() {
      services.touched();
      phoneIndex.lookupBegan();
    },
  });
  const phoneSearch = new PhoneSearch({
    deskSearch,
    phoneIndex,
    region,
    seen: () => customers.seen.all(),
    studios: () => connection.studios(),
    rate: new PhoneRate(),
  });
  const search = createSearchHandlers(services, lookups.prefetch, phoneSearch);

  function dropRequests(): void {
    requests.cancelAll();
    lookups.prefetch.clear();
    search.dropRest();
  }

  return {
    ...lookups.handlers,
    ...search.handlers,
    'customer:search'(input) {
      if (!mayBePhone(input.reading)) phoneIndex.lookupBegan();
      return search.handlers['customer:search'](input);
    },
    ...createPhoneHandlers(services, phoneSearch),
    ...createConnectionHandlers(services, dropRequests, (isMoved) => {
      if (isMoved) customers.forgotten();
      phoneIndex.studiosChanged(connection.studios());
    }),
    'app:settled': () => done(services.settled()),
    'desk:clear': async () => {
      customers.callEnded();
      dropRequests();
      return succeed(await clipboardGuard.callLeft());
    },
    'desk:opened': (customer) => done(customers.opened(customer)),
    'desk:recents': () => succeed(customers.recents()),
    'desk:revealed': () => done(log.event({ event: 'revealed' })),
    'desk:overridden': () =>
      // SECURITY: otherwise a hostile page could write to the log what the policy rules out.
      services.policy.verificationOverride
        ? done(log.event({ event: 'verification-overridden' }))
        : fail({ kind: 'invalidInput', detail: 'desk:overridden' }),
    'desk:used': () => done(services.touched()),
    'desk:held': async ({ held }) => {
      customers.callHeld(held);
      dropRequests();
      return succeed(await clipboardGuard.callLeft());
    },
    'desk:focus': () => done(services.focus()),
    'settings:change': (change) => preferences.change(change),
    'about:show': async () => succeed(await services.about()),
    'about:open-logs': () => done(services.openLogs()),
    'about:check': async () => succeed(await services.checkDesktop()),
    'update:check': () => done(services.updates.check()),
    'update:install': () => done(services.updates.install()),
    'menu:opened': ({ what }) => done(services.contextMenu.pointed(what)),
    'call:recent': () => succeed(calls.recent()),
    'clipboard:write': ({ text }) => done(clipboardGuard.write(text)),
  };
}

/** Whether a search may wait for the telephone index, which must then not wait for the search. */
function mayBePhone(reading: Reading): boolean {
  return reading.kind === 'phone' || (reading.kind === 'digits' && reading.mayBePhone === true);
}

async function done(work: Promise<void> | void): Promise<Outcome<null>> {
  await work;
  return succeed(null);
}
