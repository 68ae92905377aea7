import type { IpcMain } from 'electron';
import type { Channel, Input, Value } from '../../preload/contract/calls';
import { fail, type Outcome } from '../../preload/contract/problem';
import { TokenBuckets } from '../token-buckets';
import { inputSchemas } from './schemas';

/**
 * How often a channel may be called: more than any hand with a key held down, less than what would keep main from its work.
 */
export const callRateLimit = (now: () => number) => new TokenBuckets(now, 100, 50 / 1000);

export type Handlers = {
  [C in Channel]: (input: Input<C>) => Promise<Outcome<Value<C>>> | Outcome<Value<C>>;
};

/** Whether a message comes from the top frame of our own page. */
export type TrustsSender = (frame: Electron.WebFrameMain | null) => boolean;

/**
 * Serves every channel of the contract: sender check, rate, schema, handler, envelope. No answer is an exception, and no
 * exception's text crosses the border.
 */
export function registerHandlers(
  ipc: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  trusts: TrustsSender,
  rate = callRateLimit(Date.now),
): void {
  for (const channel of Object.keys(handlers) as Channel[]) {
    ipc.handle(channel, (event, ...args: unknown[]) => {
      if (!trusts(event.senderFrame)) return fail({ kind: 'invalidInput', detail: 'Unknown sender' });
      if (rate.take(channel) > 0) return fail({ kind: 'tooManyCalls', detail: channel });
      return answer(channel, handlers, args);
    });
  }
}

async function answer<C extends Channel>(
  channel: C,
  handlers: Handlers,
  args: unknown[],
): Promise<Outcome<Value<C>>> {
  const input = inputSchemas[channel].safeParse(args[0]);
  if (!input.success || args.length !== 1)
    return fail({ kind: 'invalidInput', detail: `Input of ${channel}` });
  try {
    return await handlers[channel](input.data as Input<C>);
  } catch {
    // SECURITY: a stack or message of ours may quote input; the agent learns that it is our fault, nothing more.
    return fail({ kind: 'internal', detail: channel });
  }
}
