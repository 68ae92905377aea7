import { chmodSync, copyFileSync, renameSync } from 'node:fs';
import { lazyBuiltins } from '../lazy-builtins';
import type { UpdaterKind } from './installation';

/** Restores the previous version: runs its installer, or replaces the AppImage. */
export function restoreVersion(kind: UpdaterKind, installer: string, appImage: string | undefined): void {
  if (kind === 'nsis') {
    lazyBuiltins
      .childProcess()
      .spawn(installer, ['/S', '--force-run'], { detached: true, stdio: 'ignore' })
      .unref();
    return;
  }
  if (kind !== 'appImage' || !appImage) throw new Error('Nothing to put back here');
  // Renamed at the end, so that a crash leaves one complete version.
  copyFileSync(installer, `${appImage}.new`);
  chmodSync(`${appImage}.new`, 0o755);
  renameSync(`${appImage}.new`, appImage);
  lazyBuiltins.childProcess().spawn(appImage, [], { detached: true, stdio: 'ignore' }).unref();
}
