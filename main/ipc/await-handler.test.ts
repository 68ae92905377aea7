import type { IpcMain } from 'electron';
import { expect, it } from 'vitest';
import { awaitHandler } from './await-handler';

type Listener = (event: unknown, ...args: unknown[]) => unknown;

/** A fake of Electron's ipcMain that refuses a call without a handler. */
function ipcMain() {
  const listeners = new Map<string, Listener>();
  const ipc = { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) };
  const call = async (channel: string, ...args: unknown[]) => {
    const listener = listeners.get(channel);
    if (!listener) throw new Error(`No handler registered for '${channel}'`);
    return listener('event', ...args);
  };
  return { ipc: awaitHandler(ipc as unknown as IpcMain, 'app:start'), call };
}

it('the first call of a page waits for its handler, which receives all arguments', async () => {
  const { ipc, call } = ipcMain();
  const answer = call('app:start', null);
  ipc.handle('app:start', (...all) => all);
  expect(await answer).toEqual(['event', null]);
  expect(await call('app:start', 1)).toEqual(['event', 1]);
});

it('any other call goes to its own handler', async () => {
  const { ipc, call } = ipcMain();
  ipc.handle('search:cancel', () => 'cancelled');
  expect(await call('search:cancel')).toBe('cancelled');
  await expect(call('search:rest')).rejects.toThrow('No handler');
});
