import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Ringside } from '../../preload/contract/api';
import type { AccountInput, AppStart, CheckInsInput } from '../../preload/contract/calls';
import type { Account, Customer, MatchedBy, SearchHit } from '../../preload/contract/domain';
import type { Outcome } from '../../preload/contract/problem';
import type { CustomerRef, StudioRef } from '../../preload/contract/studio';
import { afterPaint } from '../after-paint';
import type { ColumnsState } from '../columns';
import { createCopyStore } from '../components/copy-store';
import { keyOf } from '../customer-ref';
import { createBookingsStore } from '../features/account/bookings-store';
import { createTimelineStore } from '../features/account/timeline-store';
import { createCallStore } from '../features/call/call-store';
import { createCheckInsStore } from '../features/check-ins/check-ins-store';
import { createConnectionStore } from '../features/connection/connection-store';
import { createImportStore } from '../features/connection/import-store';
import { createProxyStore } from '../features/connection/proxy-store';
import { createDesktopCheckStore } from '../features/desktop-check/check-store';
import { createDiagnosticsStore } from '../features/diagnostics/diagnostics-store';
import { createExplanationStore } from '../features/explanation/explanation';
import { createHealthStore } from '../features/health/health-store';
import { createPhoneIndexStore } from '../features/phone-index/phone-index-store';
import { createSearchStore } from '../features/search/search-store';
import { createSettingsStore } from '../features/settings/settings-store';
import { createUpdateStore } from '../features/updates/update-store';
import { createVerificationStore } from '../features/verification/verification-store';
import { known } from '../loadable';
import { MissingRights, type NoRight } from '../missing-rights';
import { createNetworkStore } from '../network-status';
import { createResource, type Resource } from '../resource';

/** How the open customer was found. */
export interface Found {
  by: MatchedBy | undefined;
  /** What was typed, where another spelling of it found them. */
  typed: string | undefined;
  /** The studio to which the customer has moved. */
  movedTo: StudioRef | undefined;
  /** True while the customer is reduced to one line, because a later search did not find them. */
  collapsed: boolean;
  /** Text of the search that did not find the customer, and after which the agent brought them back. */
  broughtBackIn: string | undefined;
}

/** A dialog or list that lies over the desk. */
export type Overlay = 'palette' | 'keys' | 'readings' | 'where' | 'facts';

/** Events of one store that concern other stores; `desk.ts` connects them. */
export interface StoreEvents {
  onOpen: (hit: SearchHit) => void;
  /** @param moved whether the open customer's studio may be gone; false after a new key */
  onConnection: (moved: boolean) => void;
  onProxySignIn: () => void;
  onNetworkBack: () => void;
}

export type Stores = ReturnType<typeof createStores>;

/** Builds the stores of the window. */
export function createStores(ringside: Ringside, start: AppStart, events: StoreEvents) {
  const found = createStore<Found>()(() => ({
    by: undefined,
    typed: undefined,
    movedTo: undefined,
    collapsed: false,
    broughtBackIn: undefined,
  }));
  const customer = createResource<CustomerRef, Customer>((ref) => ringside.customer.get(ref));
  const account = createResource<CustomerRef, Account>(({ studio, id }) =>
    ringside.account.balances({ studio, id }),
  );
  const balanceShown = async () => {
    await settled(account);
    await afterPaint();
  };
  const past = createBookingsStore(ringside.account, 'past', afterPaint, balanceShown);
  const upcoming = createBookingsStore(ringside.account, 'upcoming', afterPaint, balanceShown);
  const rights = new MissingRights();
  /** Proof that a refused key may read this customer, and only lacks a right. */
  const isAccountRead = (of: AccountInput) => {
    const { key, content } = account.getState();
    return content.state === 'ready' && keyOf(key) === keyOf(of);
  };
  /** A call that the key may have no right for, made when the balance is on screen, so that it never delays the balance. */
  const afterBalance = <T>(what: string, call: (of: AccountInput) => Promise<Outcome<T>>) =>
    createResource<CustomerRef, T | NoRight>(
      rights.guard(
        what,
        async (ref) => {
          await balanceShown();
          // Another customer may have been opened in the meantime.
          if (keyOf(account.getState().key) !== keyOf(ref))
            return { ok: false, problem: { kind: 'cancelled' } };
          return call({ studio: ref.studio, id: ref.id });
        },
        isAccountRead,
      ),
    );
  return {
    search: createSearchStore(ringside, events.onOpen, afterPaint, start.connection.studios, start.studio),
    found,
    customer,
    account,
    rights,
    explanation: createExplanationStore(customer),
    contracts: afterBalance('contracts', (of) => ringside.account.contracts(of)),
    checkIns: createCheckInsStore(
      rights.guard('check-ins', (input: CheckInsInput) => ringside.account.checkIns(input), isAccountRead),
    ),
    past,
    upcoming,
    timeline: createTimelineStore(
      { past, upcoming },
      ringside.clipboard,
      () => known(customer.getState().content)?.value,
    ),
    verification: createVerificationStore(ringside.desk, start),
    call: createCallStore(ringside, start.cleared),
    copies: createCopyStore(ringside),
    diagnostics: createDiagnosticsStore(ringside.clipboard),
    connection: createConnectionStore(ringside.connection, start.connection, events.onConnection),
    studioImport: createImportStore(ringside.import),
    proxy: createProxyStore(ringside.connection, events.onProxySignIn),
    health: createHealthStore(ringside.call, ringside.clipboard),
    phoneIndex: createPhoneIndexStore(ringside.phone, start.phoneLookup),
    online: createNetworkStore(navigator.onLine, events.onNetworkBack),
    updates: createUpdateStore(ringside.update, start.update),
    desktopCheck: createDesktopCheckStore(ringside),
    settings: createSettingsStore(ringside, start.settings),
    columns: createStore<ColumnsState>()(() => ({ chosen: undefined })),
    overlay: createStore<{ open: Overlay | undefined }>()(() => ({ open: undefined })),
  };
}

/** Resolves when a resource is not loading. */
function settled<T>({ getState, subscribe }: StoreApi<Resource<CustomerRef, T>>): Promise<void> {
  const isSettled = () => getState().content.state !== 'loading';
  if (isSettled()) return Promise.resolve();
  return new Promise((done) => {
    const unsubscribe = subscribe(() => {
      if (!isSettled()) return;
      unsubscribe();
      done();
    });
  });
}
