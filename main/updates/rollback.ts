import { chmod, copyFile } from 'node:fs/promises';
import { lazyBuiltins } from '../lazy-builtins';
import { renameOver } from '../replace-file';
import type { UpdaterKind } from './installation';

/**
 * Restores the previous version: starts its installer, or replaces the AppImage and starts it.
 *
 * @throws when the program cannot be started, for example because a virus scanner has blocked it
 */
export async function restoreVersion(
  kind: UpdaterKind,
  installer: string,
  appImage: string | undefined,
): Promise<void> {
  if (kind === 'nsis') return started(installer, ['/S', '--force-run']);
  if (kind !== 'appImage' || !appImage) throw new Error('Nothing to put back here');
  // Renamed at the end, so that a crash leaves one complete version.
  await copyFile(installer, `${appImage}.new`);
  await chmod(`${appImage}.new`, 0o755);
  await renameOver(`${appImage}.new`, appImage);
  return started(appImage, []);
}

/** Starts a program that goes on when Ringside ends. */
function started(program: string, args: readonly string[]): Promise<void> {
  const child = lazyBuiltins.childProcess().spawn(program, args, { detached: true, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
