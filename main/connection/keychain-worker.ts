import type { KeychainAnswer, KeychainRequest } from './keychain-messages';
import { loadKeytar } from './secret-store';

// Entry point of the process that asks the keychain; see `keychain-process.ts`.
process.parentPort.on('message', async ({ data }) => {
  const { id, method, args } = data as KeychainRequest;
  process.parentPort.postMessage(await answer(id, method, args));
});

async function answer(
  id: number,
  method: KeychainRequest['method'],
  args: readonly string[],
): Promise<KeychainAnswer> {
  try {
    const keychain = await loadKeytar();
    const call: (...args: string[]) => Promise<unknown> = keychain[method];
    return { id, value: await call(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
