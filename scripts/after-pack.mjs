import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { targetOf } from './native-arch.mjs';

const keytar = join('app.asar.unpacked', 'node_modules', 'keytar', 'build', 'Release', 'keytar.node');
/**
 * electron-builder's numbers of the architectures that Ringside ships for. The parts of a universal macOS app are
 * checked before they are merged.
 */
const archs = { 1: 'x64', 3: 'arm64' };

/** SECURITY: Electron's default app would run any folder it is given. */
export async function withoutDefaultApp({ appOutDir, packager }) {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}

/**
 * Hook of electron-builder.
 *
 * @throws when keytar was built for another architecture: the package would start, but could not read a key
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
