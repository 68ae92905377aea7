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
} from './domain';
import type { Problem } from './problem';

/** Where lookups go. `none`: nobody has connected yet, the connect screen is the only screen. */
export type ConnectionMode = 'none' | 'live' | 'demo';

export interface Connection {
  mode: ConnectionMode;
  /** The saved studio's origin, such as `https://studio.open-api.magicline.com`; kept while demo data is open. */
  address?: string;
  /** Why what was saved could not be used. */
  warning?: Problem;
}

/** Everything the first paint needs, in one round trip. */
export interface AppStart {
  version: string;
  platform: 'windows' | 'mac' | 'linux';
  /** BCP 47, from the OS; the renderer chooses the nearest language it speaks. */
  locale: string;
  connection: Connection;
  balanceSign: BalanceSign;
  /** A text to look up at once (`--customer`), or the customer who was open when the page broke down. */
  lookup?: string;
  /** The page broke down and was loaded again. */
  recovered?: true;
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
  'customer:search': { input: Reading; value: SearchAnswer };
  'customer:get': { input: { id: CustomerId }; value: Customer };
  'account:balances': { input: { id: CustomerId }; value: Account };
  'account:bookings': { input: BookingsInput; value: BookingSlice };
  /** Ends a running search; its answer is `cancelled`. */
  'search:cancel': { input: null; value: null };
  /** The caller is gone: main forgets the open customer and ends what is under way. */
  'desk:clear': { input: null; value: null };
  /** The last calls, oldest first; each later one comes as `call:ended`. */
  'call:recent': { input: null; value: CallRecord[] };
  'clipboard:write': { input: { text: string }; value: null };
}

/** As typed or pasted; main cleans and judges both. The key goes in once and never comes out. */
export interface ConnectInput {
  address: string;
  key: string;
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
  /** A second start of Ringside handed its `--customer` over. */
  'lookup:requested': { text: string };
  /** A call to the API ended, well or not. */
  'call:ended': CallRecord;
}

export type EventName = keyof Events;
export type Unsubscribe = () => void;
