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

/** Where lookups go. `none`: nobody has connected yet, the connect screen is the only screen. */
export type ConnectionMode = 'none' | 'live' | 'demo';

export interface Connection {
  mode: ConnectionMode;
  /** The saved studio's origin, such as `https://studio.open-api.magicline.com`; kept while demo data is open. */
  address?: string;
  /** A policy has set the address; the agent enters the key alone. */
  addressLocked?: true;
  /** Why what was saved could not be used. */
  warning?: Problem;
}

/** What came of asking the studio, whichever way it went. */
export interface ConnectionTest {
  /** Kind and address of the proxy that was used, such as `PROXY proxy.example:8080`; absent when there was none. */
  proxy?: string;
  durationMs: number;
  /** Where it failed; absent when the API answered and took the key. */
  problem?: Problem;
}

/** Everything the first paint needs, in one round trip. */
export interface AppStart {
  version: string;
  platform: 'windows' | 'mac' | 'linux';
  /** BCP 47, from the OS; which language is spoken is decided by the settings. */
  locale: string;
  settings: Settings;
  connection: Connection;
  balanceSign: BalanceSign;
  /** Where traces can be looked at, such as `https://app.datadoghq.eu/apm/trace/`; the trace ID follows. */
  traces?: string;
  /** What the caller may be asked, one of which has to be right before money is shown; empty asks for nothing. */
  verificationFactors: VerificationFactor[];
  update: UpdateState;
  /** A text to look up at once (`--customer`), or the customer who was open when the page broke down. */
  lookup?: string;
  /** The page broke down and was loaded again. */
  recovered?: true;
}

/** What can be said of this installation, for the settings screen and a ticket. */
export interface About {
  /** Name and version of the parts: Ringside, Electron, Chromium, Node, the system. */
  versions: [name: string, version: string][];
  /** The folder of the log. */
  logs: string;
  /** The works of others that Ringside is made with. */
  licences: Licence[];
}

export interface Licence {
  name: string;
  version: string;
  /** SPDX, such as `MIT`. */
  licence: string;
  /** The licence as its authors wrote it. */
  text: string;
}

/** Somebody who was on the desk since the start; kept by main, in memory alone. */
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
 * Every call the renderer may make: channel, its one argument, the value of its {@link Outcome}. A channel without a
 * schema and a handler in main, or without a line in the preload script, does not compile.
 */
export interface Calls {
  'app:start': { input: null; value: AppStart };
  /** The window shows what it was asked to show and waits for the agent. */
  'app:settled': { input: null; value: null };
  'connection:connect': { input: ConnectInput; value: Connection };
  /** Uses the saved studio again, after demo data. */
  'connection:resume': { input: null; value: Connection };
  'connection:explore-demo': { input: null; value: Connection };
  'connection:forget': { input: null; value: Connection };
  /** Asks the studio that is connected; no other address can be asked this way. */
  'connection:test': { input: null; value: ConnectionTest };
  /** Signs in to a proxy that asked; main tells the password to no other. */
  'connection:sign-in-proxy': { input: ProxySignIn; value: null };
  'customer:search': { input: { reading: Reading; scope: SearchScope }; value: SearchAnswer };
  'customer:get': { input: { id: CustomerId; scope: SearchScope }; value: Customer };
  'account:balances': { input: { id: CustomerId }; value: Account };
  'account:bookings': { input: BookingsInput; value: BookingSlice };
  /** JSON of the `SearchHit[]` that follow those of the answer with this `rest`: of the last answer, once, and soon. */
  'search:rest': { input: { rest: number }; value: string };
  /** Ends a running search; its answer is `cancelled`. */
  'search:cancel': { input: null; value: null };
  /** The caller is gone: main forgets the open customer, ends what is under way and empties the clipboard of our copies. */
  'desk:clear': { input: null; value: null };
  /** A customer came onto the desk. */
  'desk:opened': { input: Omit<Recent, 'openedAt'>; value: null };
  /** Who was on the desk since the start, the latest first. */
  'desk:recents': { input: null; value: Recent[] };
  /** What was masked is shown for a moment; logged without what it is. */
  'desk:revealed': { input: null; value: null };
  /** A lookup from outside came onto the desk: the window comes to the front. */
  'desk:focus': { input: null; value: null };
  'settings:change': { input: Partial<Preferences>; value: Settings };
  'about:show': { input: null; value: About };
  'about:open-logs': { input: null; value: null };
  /** Looks for a new version now; what comes of it is told by `update:changed`. */
  'update:check': { input: null; value: null };
  /** Ends Ringside, installs what is ready and starts it. */
  'update:install': { input: null; value: null };
  /** The last calls, oldest first; each later one comes as `call:ended`. */
  'call:recent': { input: null; value: CallRecord[] };
  'clipboard:write': { input: { text: string }; value: null };
}

/** As typed or pasted; main cleans and judges both. The key goes in once and never comes out. */
export interface ConnectInput {
  address: string;
  key: string;
}

/** What a proxy is to be told. Like the key, the password goes in once and never comes out. */
export interface ProxySignIn {
  /** The proxy that the agent was shown: the `detail` of a problem `proxyLogin`. */
  proxy: string;
  name: string;
  password: string;
}

export interface BookingsInput {
  id: CustomerId;
  period: BookingPeriod;
  /** `nextOffset` of the slice before. */
  offset?: string;
}

export type Channel = keyof Calls;
export type Input<C extends Channel> = Calls[C]['input'];
export type Value<C extends Channel> = Calls[C]['value'];

/** What main says unasked. */
export interface Events {
  /** Somebody outside wants a lookup: a second start, or a `ringside://` link. It may be taken up now, later or never. */
  'lookup:requested': { text: string };
  /** How it stands with the next version. */
  'update:changed': UpdateState;
  /** A call to the API ended, well or not. */
  'call:ended': CallRecord;
}

export type EventName = keyof Events;
export type Unsubscribe = () => void;
