import type { IpcMain } from 'electron';
import type { Channel } from '../../preload/contract/calls';

type Listener = Parameters<IpcMain['handle']>[1];

/**
 * Wraps `ipcMain` for a page that may load before its handlers are registered.
 *
 * @param first the channel that the page calls first; the call waits for its handler
 */
export function awaitHandler(ipc: Pick<IpcMain, 'handle'>, first: Channel): Pick<IpcMain, 'handle'> {
  let found: (listener: Listener) => void = () => undefined;
  const listener = new Promise<Listener>((resolve) => {
    found = resolve;
  });
  ipc.handle(first, async (event, ...args) => (await listener)(event, ...args));
  return {
    handle(channel, handler) {
      if (channel === first) found(handler);
      else ipc.handle(channel, handler);
    },
  };
}
