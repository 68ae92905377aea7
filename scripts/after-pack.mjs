import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { targetOf } from './native-arch.mjs';

const keytar = join('app.asar.unpacked', 'node_modules', 'keytar', 'build', 'Release', 'keytar.node');
/** electron-builder's numbers for those Ringside ships for; a universal app of macOS is merged of two that were looked at. */
const archs = { 1: 'x64', 3: 'arm64' };

/** SECURITY: Electron's own default app runs any folder it is given. */
export async function withoutDefaultApp({ appOutDir, packager }) {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}

/**
 * A hook of electron-builder.
 *
 * @throws when keytar was built for another processor: such a package would start and never find its key
 */
export async function afterPack(context) {
  await withoutDefaultApp(context);
  const { appOutDir, packager, electronPlatformName, arch } = context;
  const resources = packager.getResourcesDir(appOutDir);
  if (!archs[arch]) return;
  const wanted = `${electronPlatformName}-${archs[arch]}`;
  const found = targetOf(await readFile(join(resources, keytar)));
  if (found !== wanted) throw new Error(`keytar is for ${found}, the package for ${wanted}`);
}
