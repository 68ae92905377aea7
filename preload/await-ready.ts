import type { Channel } from './contract/calls';

/** Sends a call to main (`ipcRenderer.invoke`). */
type Send<T> = (channel: Channel, input: unknown) => Promise<T>;

/**
 * Holds every call but the first one, `app:start`, until main has answered `app:ready`: main answers the first call before it has
 * loaded what the others need (main/app.ts).
 */
export function awaitReady<T>(send: Send<T>): Send<T> {
  let ready: Promise<unknown> | undefined;
  return async (channel, input) => {
    if (channel !== 'app:start') {
      // Without an answer the call is sent nevertheless, and fails with its own reason.
      ready ??= send('app:ready', null).catch(() => undefined);
      await ready;
    }
    return send(channel, input);
  };
}
