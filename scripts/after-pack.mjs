import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A hook of electron-builder.
 *
 * SECURITY: Electron's own default app runs any folder it is given.
 */
export async function afterPack({ appOutDir, packager }) {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}
