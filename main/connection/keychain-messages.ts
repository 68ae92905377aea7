import type { Keychain } from './secret-store';

/** A call of the keychain, as it is sent to `keychain-worker.ts`. */
export interface KeychainRequest {
  id: number;
  method: keyof Keychain;
  args: readonly string[];
}

/** Its result, or the message of its error. */
export interface KeychainAnswer {
  id: number;
  value?: unknown;
  error?: string;
}
