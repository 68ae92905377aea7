import type { IpcMain } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../preload/contract/calls';
import { succeed } from '../../preload/contract/problem';
import { callRateLimit, type DeskChannel, type Handlers, registerHandlers } from './register-handlers';
import { inputSchemas } from './schemas';

type Listener = (event: unknown, ...args: unknown[]) => Promise<unknown>;

/** A fake of Electron's ipcMain that keeps the listeners, so that a test can call them. */
function served(handlers: Partial<Handlers>, trusted = true, now = Date.now) {
  const listeners = new Map<string, Listener>();
  const ipc = { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) };
  registerHandlers(
    ipc as unknown as IpcMain,
    handlers as Pick<Handlers, DeskChannel>,
    inputSchemas,
    () => trusted,
    callRateLimit(now),
  );
  return (channel: Channel, ...args: unknown[]) => listeners.get(channel)?.({ senderFrame: null }, ...args);
}

describe('a call over the border', () => {
  it('returns the answer of its handler', async () => {
    const call = served({ 'search:cancel': () => succeed(null) });
    expect(await call('search:cancel', null)).toEqual({ ok: true, value: null });
  });

  it('is refused from any other page before its input is parsed', async () => {
    let ran = false;
    const handler = () => {
      ran = true;
      return succeed(null);
    };
    const call = served({ 'search:cancel': handler }, false);
    expect(await call('search:cancel', null)).toMatchObject({ ok: false, problem: { kind: 'invalidInput' } });
    expect(ran).toBe(false);
  });

  it.each([
    ['nothing', []],
    ['two arguments', [null, null]],
    ['another type', [{}]],
  ])('with %s is refused', async (_, args) => {
    const call = served({ 'search:cancel': () => succeed(null) });
    expect(await call('search:cancel', ...args)).toMatchObject({
      ok: false,
      problem: { kind: 'invalidInput' },
    });
  });

  it('reports an exception of its handler as internal, without its message', async () => {
    const call = served({
      'search:cancel': () => {
        throw new Error('CANARY');
      },
    });
    const outcome = await call('search:cancel', null);
    expect(outcome).toEqual({ ok: false, problem: { kind: 'internal', detail: 'search:cancel' } });
  });

  it('that is dear has a lower limit of its own, and a part of a long answer a higher one', () => {
    const rate = callRateLimit(() => 0);
    const taken = (channel: Channel) =>
      Array.from({ length: 1_000 }, () => rate.take(channel)).filter((wait) => wait === 0).length;
    const channels: Channel[] = ['customer:search', 'desk:recents', 'search:rest'];
    expect(channels.map(taken)).toEqual([60, 100, 500]);
  });

  it('is refused above the rate limit, on its own channel and for a moment only', async () => {
    let now = 0;
    const call = served(
      { 'search:cancel': () => succeed(null), 'desk:focus': () => succeed(null) },
      true,
      () => now,
    );
    const kinds = async (channel: Channel, count: number) => {
      const outcomes = await Promise.all(Array.from({ length: count }, () => call(channel, null)));
      return outcomes.filter((outcome) => (outcome as { ok: boolean }).ok).length;
    };
    expect(await kinds('search:cancel', 10_000)).toBe(100);
    expect(await call('search:cancel', null)).toMatchObject({ problem: { kind: 'tooManyCalls' } });
    expect(await kinds('desk:focus', 1)).toBe(1);
    now = 20;
    expect(await kinds('search:cancel', 2)).toBe(1);
  });
});
