import type { CallRecord } from './call-record';
import type { CheckReport } from './check';
import type {
  Account,
  BalanceSign,
  BookingPeriod,
  BookingSlice,
  CalendarDate,
  CheckInSlice,
  Contract,
  Customer,
  CustomerId,
  FoundCustomer,
  RestOfHits,
  SearchAnswer,
  SearchInput,
  SearchProgress,
} from './domain';
import type {
  Caller,
  CustomerPhone,
  PhoneIndexState,
  PhoneIndexStatus,
  PhoneLookupMode,
  SharedNumber,
} from './phone-index';
import type { Preferences, Settings, VerificationFactor } from './preferences';
import type { Problem } from './problem';
import type { CustomerRef, Studio, StudioRef } from './studio';
import type { Brand, ImportRow, ReadRows } from './studio-import';
import type { UpdateState } from './updates';

/** The connection. `none` means that nobody has connected yet; only the connect screen is shown then. */
export type ConnectionMode = 'none' | 'live' | 'demo';

export interface Connection {
  mode: ConnectionMode;
  /** The studios in use: the saved ones, or those of the demo data. */
  studios: Studio[];
  /**
   * Address that the connect form begins with, such as `https://studio.open-api.magicline.com`: that of the studio
   * that was added last.
   */
  address?: string;
  /** Present when a policy sets the addresses; no other one can be connected. */
  allowedAddresses?: string[];
  /** Number of saved studios, while there are some. They stay while demo data is open. */
  saved?: number;
  /** Why the saved connection could not be used. */
  warning?: Problem;
}

/** Result of connecting a studio. */
export interface ConnectResult {
  connection: Connection;
  studio: Studio;
  /** `unchanged`: the studio already had this key. */
  was: 'added' | 'keyReplaced' | 'unchanged';
}

/** A lookup from outside: by the command line, a link or a telephone system. */
export interface LookupRequest {
  /** Empty when the telephone system gave no number. */
  text: string;
  /**
   * Present for a call: `text` is the caller's telephone number, digits with a plus where there was one. `internal`: an extension of
   * the company, so no customer; `withheld`: there is no number; `unreadable`: the telephone system sent something else, which is in `text`.
   */
  caller?: 'number' | 'internal' | 'withheld' | 'unreadable';
  /** The studio in which to search. */
  studio?: StudioRef;
  /** ID or name that no single studio has; Ringside then searches all studios. */
  unknownStudio?: string;
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
  /** Name, version and processor architecture of the operating system, for reports. */
  system: string;
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
  /** Whether the agent may show an account without a verification. */
  verificationOverride: boolean;
  /** Whether and when the telephone index is made. */
  phoneLookup: PhoneLookupMode;
  /** Whose numbers this desktop indexes beside those of members. */
  phoneIndexAlso: PhoneIndexStatus[];
  /** Whether the telephone numbers of a customer can be dialled. */
  dialLinks: boolean;
  update: UpdateState;
  /** What to look up at once: from `--customer`, or the customer who was open when the page crashed. */
  lookup?: LookupRequest;
  /** The studio to search in at first, from `--studio`. */
  studio?: StudioRef;
  /** Present when the page was loaded again after a crash. */
  recovered?: true;
  /** Number of calls on hold that the crash has ended. */
  heldLost?: number;
  /** Present when main has cleared the desk, until it is used again. */
  cleared?: DeskClearing;
}

/** Why main has cleared the desk; `minutes` is the idle time of the settings. */
export type DeskClearing = { reason: 'idle'; minutes: number } | { reason: 'locked' | 'asleep' };

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

/**
 * What became of the copied text when a call left the desk. `stays`: it was copied a moment ago and is cleared in 60 seconds;
 * `untouched`: the clipboard holds nothing of Ringside.
 */
export type ClipboardFate = 'cleared' | 'stays' | 'untouched';

/** Maximum number of calls on hold. */
export const maxHeldCalls = 3;

/** A customer who was opened since the start. The list is only in main's memory. */
export interface Recent extends CustomerRef {
  name?: string;
  number?: string;
  /** Present when the studio refuses the customer access. */
  accessRefused?: true;
  /** Milliseconds since the epoch. */
  openedAt: number;
}

/**
 * Every call that the renderer can make: channel, its argument, and the value of its {@link Outcome}. A channel
 * without a schema and a handler in main, or without a function in the preload script, does not compile.
 */
export interface Calls {
  'app:start': { input: null; value: AppStart };
  /** Answered when every other channel has a handler. The preload script waits for it before the page's second call. */
  'app:ready': { input: null; value: null };
  /** The window shows what was requested and waits for input. */
  'app:settled': { input: null; value: null };
  'connection:connect': { input: ConnectInput; value: ConnectResult };
  /** Connects to the saved studios again, after demo data. */
  'connection:resume': { input: null; value: Connection };
  'connection:explore-demo': { input: null; value: Connection };
  /** Removes a studio and its key. */
  'connection:remove': { input: { studio: StudioRef }; value: Connection };
  /** Renames a studio to which the API gave no name. */
  'connection:rename': { input: { studio: StudioRef; name: string }; value: Connection };
  /** Tests a saved studio; the page cannot choose another address. */
  'connection:test': { input: { studio: StudioRef }; value: ConnectionTest };
  /** Reads pasted rows of studios. SECURITY: the answer contains no key; main keeps the keys until they are proved. */
  'import:read': { input: ReadRows; value: ImportRow[] };
  /** Lets the user choose a file of rows, in a dialog of main, and reads it. An empty list when none was chosen. */
  'import:choose-file': { input: { brand?: Brand }; value: ImportRow[] };
  /** Connects the rows that were read; `names` are the names that the agent entered, by row. */
  'import:connect': { input: { names: Record<string, string> }; value: ImportRow[] };
  /** Forgets the rows and their keys. */
  'import:clear': { input: null; value: null };
  /** Signs in to a proxy that asked; main sends the password to no other server. */
  'connection:sign-in-proxy': { input: ProxySignIn; value: null };
  'customer:search': { input: SearchInput; value: SearchAnswer };
  'customer:get': { input: CustomerRef; value: Customer };
  /** Asks the chain which studio a customer belongs to now, after the home studio has refused them. */
  'customer:home': { input: { studio: StudioRef; id: CustomerId }; value: FoundCustomer };
  'account:balances': { input: AccountInput; value: Account };
  'account:bookings': { input: BookingsInput; value: BookingSlice };
  'account:contracts': { input: AccountInput; value: Contract[] };
  'account:check-ins': { input: CheckInsInput; value: CheckInSlice };
  /**
   * The next hits of the answer with this `rest`. Each is available once, for the last answer, for a short time.
   */
  'search:rest': { input: { rest: number }; value: RestOfHits };
  /** Cancels a running search; its answer is `cancelled`. */
  'search:cancel': { input: null; value: null };
  /** Ends the call: main forgets the open customer, cancels requests and clears what Ringside copied. */
  'desk:clear': { input: null; value: ClipboardFate };
  /** Reports that a customer was opened. */
  'desk:opened': { input: Omit<Recent, 'openedAt'>; value: null };
  /** Customers who were opened since the start, the latest first. */
  'desk:recents': { input: null; value: Recent[] };
  /** Reports that masked data is shown for a moment; the log records the event without the data. */
  'desk:revealed': { input: null; value: null };
  /**
   * Asks to show an account without a verification. The log records the event without the data; refused unless the policy
   * allows it.
   */
  'desk:overridden': { input: null; value: null };
  /**
   * Reports input during the countdown of an idle desk, or the first input after the desk was cleared. It counts only if
   * main has seen the input.
   */
  'desk:used': { input: null; value: null };
  /**
   * Reports that a call was put on hold or taken back, and how many are on hold now: main forgets the open customer, cancels
   * requests and clears what Ringside copied.
   */
  'desk:held': { input: { held: number }; value: ClipboardFate };
  /** Brings the window to the front after a lookup from outside. */
  'desk:focus': { input: null; value: null };
  'phone:index': { input: null; value: PhoneIndexState };
  /** Makes the telephone index of these studios; the state arrives as `phone:index-changed`. */
  'phone:make-index': { input: { studios: StudioRef[] | 'all' }; value: null };
  /** Stops making the telephone index. What was read so far is searched. */
  'phone:stop-index': { input: null; value: null };
  /** Deletes the telephone index. */
  'phone:forget-index': { input: null; value: null };
  /** Who has this number: the first of several; null when nobody or more than 20 have it. Nothing is opened. */
  'phone:identify': { input: { number: string; studio?: StudioRef }; value: Caller | SharedNumber | null };
  /** The telephone numbers of a customer whom this session has found, as people write them; empty unless the policy lets them be dialled. */
  'phone:numbers': { input: CustomerRef; value: CustomerPhone[] };
  /** Passes a number of such a customer to the telephone program of the system. SECURITY: the page cannot dial any other number. */
  'phone:dial': { input: CustomerRef & { sent: string }; value: null };
  'settings:change': { input: Partial<Preferences>; value: Settings };
  'about:show': { input: null; value: About };
  'about:open-logs': { input: null; value: null };
  /** Checks what Ringside needs on this desktop, as `ringside --check` does. It can take three minutes. */
  'about:check': { input: null; value: CheckReport };
  /** Checks for a new version now; the result arrives as `update:changed`. */
  'update:check': { input: null; value: null };
  /** Quits Ringside, installs the downloaded version and starts it. */
  'update:install': { input: null; value: null };
  /** The last calls, oldest first; later ones arrive as `calls:ended`. */
  'call:recent': { input: null; value: CallRecord[] };
  /**
   * The agent opened the context menu. `what` names what can be copied there, in the middle of a sentence; absent where
   * there is nothing.
   */
  'menu:opened': { input: { what?: string }; value: null };
  'clipboard:write': { input: { text: string }; value: null };
}

/** Address and key as typed or pasted; main validates both. SECURITY: the key is never sent back to the renderer. */
export interface ConnectInput {
  address: string;
  key: string;
  /** Name of the studio, if the API does not supply it. */
  name?: string;
  /** The studio whose key is to be replaced. */
  replaces?: StudioRef;
}

/** Credentials for a proxy. SECURITY: like the key, the password is never sent back to the renderer. */
export interface ProxySignIn {
  /** The proxy that the agent saw: the `detail` of a problem `proxyLogin`. */
  proxy: string;
  name: string;
  password: string;
}

/** A customer and the studio whose key reads the account: always the home studio. */
export interface AccountInput {
  studio: StudioRef;
  id: CustomerId;
}

export interface BookingsInput extends AccountInput {
  period: BookingPeriod;
  /** `nextOffset` of the previous slice. */
  offset?: string;
  /** Present for a request in the background. It leaves half of the burst to lookups. */
  isBackground?: true;
}

export interface CheckInsInput extends AccountInput {
  /** First and last day. */
  from: CalendarDate;
  to: CalendarDate;
  /** `nextOffset` of the previous slice. */
  offset?: string;
}

export type Channel = keyof Calls;
export type Input<C extends Channel> = Calls[C]['input'];
export type Value<C extends Channel> = Calls[C]['value'];

/** Actions of the desk that menus of the system and a second start can request. */
export type RequestedAction = 'newCall' | 'settings' | 'keys';

/** Events that main sends to the renderer. */
export interface Events {
  /**
   * A lookup from outside, by a second start or a `ringside://` link. The page runs it now, offers it, or drops it.
   */
  'lookup:requested': LookupRequest;
  /** A menu of the system or a second start requests what a shortcut does. */
  'action:requested': RequestedAction;
  /** The studios, their names or their IDs changed. */
  'connection:changed': Connection;
  /** Seconds until an idle desk is cleared, each second; null when there was input. */
  'desk:idle': number | null;
  /** Hits of a running search of several studios, and who has answered. */
  'search:progress': SearchProgress;
  /** The state of the telephone index changed. */
  'phone:index-changed': PhoneIndexState;
  /** The rows of an import, as they are connected. */
  'import:changed': ImportRow[];
  /** The agent chose to copy what the context menu was opened on. */
  'menu:chosen': null;
  /** The state of updates changed. */
  'update:changed': UpdateState;
  /** Calls to the API ended, with or without success, the latest last. */
  'calls:ended': CallRecord[];
}

export type EventName = keyof Events;
export type Unsubscribe = () => void;
