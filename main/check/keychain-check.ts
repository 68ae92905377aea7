import type { Problem } from '../../preload/contract/problem';
import type { SecretStore } from '../connection/secret-store';
import { lazyBuiltins } from '../lazy-builtins';
import type { Finding } from './findings';

/** Account of the entry; no studio and no proxy has an account of this name. */
const account = 'check-probe';

/** Milliseconds above which every lookup is noticeably slower. */
const slowMs = 2_000;

/** Writes, reads and deletes an entry that contains no secret. */
export async function checkKeychain(
  secrets: Pick<SecretStore, 'save' | 'read' | 'clear'>,
  now: () => number = Date.now,
): Promise<Finding[]> {
  const started = now();
  const value = lazyBuiltins.crypto().randomUUID();
  const saved = await secrets.save(account, value);
  if (!saved.ok) return [findingOf(saved.problem)];
  const read = await secrets.read(account);
  // Also after a failed read, so that no entry is left.
  const cleared = await secrets.clear(account);
  if (!read.ok) return [findingOf(read.problem)];
  if (!cleared.ok) return [findingOf(cleared.problem)];
  if (read.value !== value || !cleared.value) return [{ code: 'keychainDiffers', facts: {} }];
  const ms = now() - started;
  return [{ code: ms > slowMs ? 'keychainSlow' : 'keychainWorks', facts: { ms } }];
}

function findingOf({ kind }: Problem): Finding {
  if (kind === 'keychainLocked') return { code: 'keychainLocked', facts: {} };
  return { code: kind === 'keychainTimeout' ? 'keychainSilent' : 'keychainAbsent', facts: {} };
}
