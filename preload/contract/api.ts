import type { Channel, EventName, Events, Input, Unsubscribe, Value } from './calls';
import type { Outcome } from './problem';

type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** Maps `customer:search` to `window.ringside.customer.search(input)`; a channel without input takes no argument. */
type Method<C extends Channel> =
  Input<C> extends null ? () => Promise<Outcome<Value<C>>> : (input: Input<C>) => Promise<Outcome<Value<C>>>;

type Nouns = Channel extends infer C ? (C extends `${infer Noun}:${string}` ? Noun : never) : never;

export type RingsideCalls = {
  readonly [N in Nouns]: {
    readonly [C in Channel as C extends `${N}:${infer Verb}` ? CamelCase<Verb> : never]: Method<C>;
  };
};

export interface RingsideEvents {
  /** Calls the listener for each event until the returned function is called. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): Unsubscribe;
}

/** Type of `window.ringside`: all that the renderer can do outside its page. */
export type Ringside = RingsideCalls & { readonly events: RingsideEvents };
