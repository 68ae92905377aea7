import { createStore } from 'zustand/vanilla';
import type { Ringside } from '../../preload/contract/api';
import type { AppStart } from '../../preload/contract/calls';
import type { Account, Customer, MatchedBy, SearchHit } from '../../preload/contract/domain';
import type { CustomerRef, StudioRef } from '../../preload/contract/studio';
import { afterPaint } from '../after-paint';
import { createCopyStore } from '../components/copy-store';
import { createBookingsStore } from '../features/account/bookings-store';
import { createTimelineStore } from '../features/account/timeline-store';
import { createCallStore } from '../features/call/call-store';
import { createConnectionStore } from '../features/connection/connection-store';
import { createImportStore } from '../features/connection/import-store';
import { createProxyStore } from '../features/connection/proxy-store';
import { createDiagnosticsStore } from '../features/diagnostics/diagnostics-store';
import { createHealthStore } from '../features/health/health-store';
import { createSearchStore } from '../features/search/search-store';
import { createSettingsStore } from '../features/settings/settings-store';
import { createUpdateStore } from '../features/updates/update-store';
import { createVerificationStore } from '../features/verification/verification-store';
import { known } from '../loadable';
import { createNetworkStore } from '../network-status';
import { createResource } from '../resource';

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
  const past = createBookingsStore(ringside.account, 'past', afterPaint);
  const upcoming = createBookingsStore(ringside.account, 'upcoming', afterPaint);
  const customer = createResource<CustomerRef, Customer>((ref) => ringside.customer.get(ref));
  return {
    search: createSearchStore(ringside, events.onOpen, afterPaint, start.connection.studios, start.studio),
    found,
    customer,
    account: createResource<CustomerRef, Account>(({ studio, id }) =>
      ringside.account.balances({ studio, id }),
    ),
    past,
    upcoming,
    timeline: createTimelineStore(
      { past, upcoming },
      ringside.clipboard,
      () => known(customer.getState().content)?.value,
    ),
    verification: createVerificationStore(ringside.desk, start),
    call: createCallStore(ringside.desk, start.cleared),
    copies: createCopyStore(ringside),
    diagnostics: createDiagnosticsStore(ringside.clipboard),
    connection: createConnectionStore(ringside.connection, start.connection, events.onConnection),
    studioImport: createImportStore(ringside.import),
    proxy: createProxyStore(ringside.connection, events.onProxySignIn),
    health: createHealthStore(ringside.call, ringside.clipboard),
    online: createNetworkStore(navigator.onLine, events.onNetworkBack),
    updates: createUpdateStore(ringside.update, start.update),
    settings: createSettingsStore(ringside, start.settings),
    overlay: createStore<{ open: Overlay | undefined }>()(() => ({ open: undefined })),
  };
}
