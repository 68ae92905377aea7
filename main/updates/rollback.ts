import { chmodSync, copyFileSync, renameSync } from 'node:fs';
import { lazyBuiltins } from '../lazy-builtins';
import type { UpdaterKind } from './installation';

/** How an earlier version is put back: its installer is run, or the file is put in the place of the one that is there. */
export function putBack(kind: UpdaterKind, installer: string, appImage: string | undefined): void {
  if (kind === 'nsis') {
    lazyBuiltins
      .childProcess()
      .spawn(installer, ['/S', '--force-run'], { detached: true, stdio: 'ignore' })
      .unref();
    return;
  }
  if (kind !== 'appImage' || !appImage) throw new Error('Nothing to put back here');
  // In one step: a crash leaves the one or the other.
  copyFileSync(installer, `${appImage}.new`);
  chmodSync(`${appImage}.new`, 0o755);
  renameSync(`${appImage}.new`, appImage);
  lazyBuiltins.childProcess().spawn(appImage, [], { detached: true, stdio: 'ignore' }).unref();
}
