import type { CallRecord } from './call-record';
import type {
  Account,
  BalanceSign,
  BookingPeriod,
  BookingSlice,
  Customer,
  CustomerId,
  Reading,
  SearchAnswer,
  SearchScope,
} from './domain';
import type { Preferences, Settings, VerificationFactor } from './preferences';
import type { Problem } from './problem';
import type { UpdateState } from './updates';

/** The connection. `none` means that nobody has connected yet; only the connect screen is shown then. */
export type ConnectionMode = 'none' | 'live' | 'demo';

export interface Connection {
  mode: ConnectionMode;
  /**
   * Origin of the saved studio, such as `https://studio.open-api.magicline.com`. It stays while demo data is open.
   */
  address?: string;
  /** Present when a policy sets the address; the agent then enters only the key. */
  addressLocked?: true;
  /** Why the saved connection could not be used. */
  warning?: Problem;
}

/** Result of testing the connection. */
export interface ConnectionTest {
  /** Type and address of the proxy that was used, such as `PROXY proxy.example:8080`; absent without a proxy. */
  proxy?: string;
  durationMs: number;
  /** Absent when the API answered and accepted the key. */
  problem?: Problem;
}

/** Everything that the first render needs. */
export interface AppStart {
  version: string;
  platform: 'windows' | 'mac' | 'linux';
  /** Locale of the operating system, BCP 47. The settings choose the language. */
  locale: string;
  settings: Settings;
  connection: Connection;
  balanceSign: BalanceSign;
  /** Base URL of the page of a trace, such as `https://app.datadoghq.eu/apm/trace/`; the trace ID is appended. */
  traces?: string;
  /** Verification factors. The caller must give one correctly before money is shown; an empty list asks for none. */
  verificationFactors: VerificationFactor[];
  update: UpdateState;
  /** Text to look up at once: from `--customer`, or the customer who was open when the page crashed. */
  lookup?: string;
  /** Present when the page was loaded again after a crash. */
  recovered?: true;
}

/** Information about this installation, for the settings screen and for tickets. */
export interface About {
  /** Names and versions of Ringside, Electron, Chromium, Node and the system. */
  versions: [name: string, version: string][];
  /** Folder of the log. */
  logs: string;
  /** Licences of the bundled packages. */
  licences: Licence[];
}

export interface Licence {
  name: string;
  version: string;
  /** SPDX identifier, such as `MIT`. */
  licence: string;
  /** Full text of the licence. */
  text: string;
}

/** A customer who was opened since the start. The list is only in main's memory. */
export interface Recent {
  id: CustomerId;
  name?: string;
  number?: string;
  /** Where the customer was found. */
  scope: SearchScope;
  /** Milliseconds since the epoch. */
  openedAt: number;
}

/**
 * Every call that the renderer can make: channel, its argument, and the value of its {@link Outcome}. A channel
 * without a schema and a handler in main, or without a function in the preload script, does not compile.
 */
export interface Calls {
  'app:start': { input: null; value: AppStart };
  /** The window shows what was requested and waits for input. */
  'app:settled': { input: null; value: null };
  'connection:connect': { input: ConnectInput; value: Connection };
  /** Connects to the saved studio again, after demo data. */
  'connection:resume': { input: null; value: Connection };
  'connection:explore-demo': { input: null; value: Connection };
  'connection:forget': { input: null; value: Connection };
  /** Tests the connected studio; the page cannot choose another address. */
  'connection:test': { input: null; value: ConnectionTest };
  /** Signs in to a proxy that asked; main sends the password to no other server. */
  'connection:sign-in-proxy': { input: ProxySignIn; value: null };
  'customer:search': { input: { reading: Reading; scope: SearchScope }; value: SearchAnswer };
  'customer:get': { input: { id: CustomerId; scope: SearchScope }; value: Customer };
  'account:balances': { input: { id: CustomerId }; value: Account };
  'account:bookings': { input: BookingsInput; value: BookingSlice };
  /**
   * JSON of the remaining `SearchHit[]` of the answer with this `rest`. Available once, for the last answer, for a
   * short time.
   */
  'search:rest': { input: { rest: number }; value: string };
  /** Cancels a running search; its answer is `cancelled`. */
  'search:cancel': { input: null; value: null };
  /**
   * Ends the call: main forgets the open customer, cancels requests and clears what Ringside copied from the
   * clipboard.
   */
  'desk:clear': { input: null; value: null };
  /** Reports that a customer was opened. */
  'desk:opened': { input: Omit<Recent, 'openedAt'>; value: null };
  /** Customers who were opened since the start, the latest first. */
  'desk:recents': { input: null; value: Recent[] };
  /** Reports that masked data is shown for a moment; the log records the event without the data. */
  'desk:revealed': { input: null; value: null };
  /** Brings the window to the front after a lookup from outside. */
  'desk:focus': { input: null; value: null };
  'settings:change': { input: Partial<Preferences>; value: Settings };
  'about:show': { input: null; value: About };
  'about:open-logs': { input: null; value: null };
  /** Checks for a new version now; the result arrives as `update:changed`. */
  'update:check': { input: null; value: null };
  /** Quits Ringside, installs the downloaded version and starts it. */
  'update:install': { input: null; value: null };
  /** The last calls, oldest first; later ones arrive as `call:ended`. */
  'call:recent': { input: null; value: CallRecord[] };
  'clipboard:write': { input: { text: string }; value: null };
}

/** Address and key as typed or pasted; main validates both. SECURITY: the key is never sent back to the renderer. */
export interface ConnectInput {
  address: string;
  key: string;
}

/** Credentials for a proxy. SECURITY: like the key, the password is never sent back to the renderer. */
export interface ProxySignIn {
  /** The proxy that the agent saw: the `detail` of a problem `proxyLogin`. */
  proxy: string;
  name: string;
  password: string;
}

export interface BookingsInput {
  id: CustomerId;
  period: BookingPeriod;
  /** `nextOffset` of the previous slice. */
  offset?: string;
}

export type Channel = keyof Calls;
export type Input<C extends Channel> = Calls[C]['input'];
export type Value<C extends Channel> = Calls[C]['value'];

/** Events that main sends to the renderer. */
export interface Events {
  /**
   * A lookup from outside, by a second start or a `ringside://` link. The page runs it now, offers it, or drops it.
   */
  'lookup:requested': { text: string };
  /** The state of updates changed. */
  'update:changed': UpdateState;
  /** A call to the API ended, with or without success. */
  'call:ended': CallRecord;
}

export type EventName = keyof Events;
export type Unsubscribe = () => void;
