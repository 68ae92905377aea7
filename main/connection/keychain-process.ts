import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { KeychainAnswer, KeychainRequest } from './keychain-messages';
import type { KeychainProcess } from './secret-store';

/** A request without its number. */
type Call = Pick<KeychainRequest, 'method' | 'args'>;

/**
 * Starts a process that asks the keychain (`keychain-worker.ts`). The desk starts it only after the keychain of this
 * process hung or lost its service.
 *
 * SECURITY: secrets go through the message channel of the process, in memory. Its output is ignored.
 */
export async function startKeychainProcess(): Promise<KeychainProcess> {
  const child = utilityProcess.fork(join(app.getAppPath(), 'out', 'main', 'keychain-worker.js'), [], {
    serviceName: 'Ringside keychain',
    stdio: 'ignore',
  });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let count = 0;
  let hasEnded = false;
  child.on('message', ({ id, value, error }: KeychainAnswer) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value as never);
    else call?.reject(new Error(error));
  });
  // One that hangs would outlive Ringside.
  const end = () => void child.kill();
  app.once('quit', end);
  child.on('exit', () => {
    app.off('quit', end);
    hasEnded = true;
    for (const { reject } of waiting.values()) reject(new Error('The keychain process ended'));
    waiting.clear();
  });

  function ask<T>(call: Call): Promise<T> {
    count += 1;
    const id = count;
    if (hasEnded) return Promise.reject(new Error('The keychain process ended'));
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      child.postMessage({ id, ...call } satisfies KeychainRequest);
    });
  }

  return {
    getPassword: (...args) => ask({ method: 'getPassword', args }),
    setPassword: (...args) => ask({ method: 'setPassword', args }),
    deletePassword: (...args) => ask({ method: 'deletePassword', args }),
    end,
  };
}
