import type { Channel, EventName, Events, Input, Unsubscribe, Value } from './calls';
import type { Outcome } from './problem';

type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** `customer:search` becomes `window.ringside.customer.search(input)`; a channel without input takes none. */
type Method<C extends Channel> =
  Input<C> extends null ? () => Promise<Outcome<Value<C>>> : (input: Input<C>) => Promise<Outcome<Value<C>>>;

type Nouns = Channel extends infer C ? (C extends `${infer Noun}:${string}` ? Noun : never) : never;

export type RingsideCalls = {
  readonly [N in Nouns]: {
    readonly [C in Channel as C extends `${N}:${infer Verb}` ? CamelCase<Verb> : never]: Method<C>;
  };
};

export interface RingsideEvents {
  /** Calls back with each event until the returned function is called. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): Unsubscribe;
}

/** `window.ringside`: the whole of what the renderer can do beyond drawing. */
export type Ringside = RingsideCalls & { readonly events: RingsideEvents };
