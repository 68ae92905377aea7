import type { IpcMain } from 'electron';
import type { z } from 'zod';
import type { Channel, Input, Value } from '../../preload/contract/calls';
import { fail, type Outcome } from '../../preload/contract/problem';
import { TokenBuckets } from '../token-buckets';

/**
 * Limits of channels whose calls are expensive: a search, a number or a check asks every studio, and rows of studios are parsed at
 * once. The parts of a long answer follow each other as fast as main can send them.
 */
const rates: Partial<Record<Channel, { burst: number; perSecond: number }>> = {
  'customer:search': { burst: 60, perSecond: 5 },
  'search:rest': { burst: 500, perSecond: 250 },
  'phone:identify': { burst: 30, perSecond: 1 },
  'import:read': { burst: 100, perSecond: 15 },
  'about:check': { burst: 10, perSecond: 0.1 },
};

/**
 * Rate limit of the channels: 100 calls at once, 50 a second, or as the table says. A held key stays below it; above it,
 * calls would block main.
 */
export function callRateLimit(now: () => number): Pick<TokenBuckets, 'take'> {
  const buckets = new TokenBuckets(now, 100, 50 / 1000);
  const own = new Map(
    Object.entries(rates).map(([channel, { burst, perSecond }]) => [
      channel,
      new TokenBuckets(now, burst, perSecond / 1000),
    ]),
  );
  return { take: (channel) => (own.get(channel) ?? buckets).take(channel) };
}

export type Handlers = {
  [C in Channel]: (input: Input<C>) => Promise<Outcome<Value<C>>> | Outcome<Value<C>>;
};

/** Channels that are answered before the other services are loaded. */
export type FirstChannel = 'app:start' | 'app:ready';

/** The others. */
export type DeskChannel = Exclude<Channel, FirstChannel>;

/** What may come from the page, by channel. Strict: an extra field refuses the call. */
export type InputSchemas<C extends Channel> = Record<C, z.ZodType<unknown>>;

/** Whether a message comes from the top frame of Ringside's page. */
export type TrustsSender = (frame: Electron.WebFrameMain | null) => boolean;

/**
 * Registers handlers of channels. Each call passes the sender check, the rate limit and the
 * input schema, and resolves to an Outcome. Exceptions become problems without their message.
 */
export function registerHandlers<C extends Channel>(
  ipc: Pick<IpcMain, 'handle'>,
  handlers: Pick<Handlers, C>,
  schemas: InputSchemas<C>,
  trusts: TrustsSender,
  rate = callRateLimit(Date.now),
): void {
  for (const channel of Object.keys(handlers) as C[]) {
    ipc.handle(channel, (event, ...args: unknown[]) => {
      if (!trusts(event.senderFrame)) return fail({ kind: 'invalidInput', detail: 'Unknown sender' });
      if (rate.take(channel) > 0) return fail({ kind: 'tooManyCalls', detail: channel });
      return answer(channel, handlers[channel], schemas[channel], args);
    });
  }
}

async function answer<C extends Channel>(
  channel: C,
  handler: Handlers[C],
  schema: z.ZodType<unknown>,
  args: unknown[],
): Promise<Outcome<Value<C>>> {
  const input = schema.safeParse(args[0]);
  if (!input.success || args.length !== 1)
    return fail({ kind: 'invalidInput', detail: `Input of ${channel}` });
  try {
    return await handler(input.data as Input<C>);
  } catch {
    // SECURITY: the message of an exception may quote input, so only the channel crosses the border.
    return fail({ kind: 'internal', detail: channel });
  }
}
