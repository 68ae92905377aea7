import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { electronInUse } from './bootstrap/electron-in-use.mjs';
import { modules, root } from './bootstrap/paths.mjs';
import { runStep } from './bootstrap/run-step.mjs';
import { Stop, say } from './bootstrap/say.mjs';
import { bootstrap, isMain, run } from './bootstrap.mjs';

const vite = join(modules, 'electron-vite', 'bin', 'electron-vite.js');
const builder = join(modules, 'electron-builder', 'cli.js');
const keytar = join(modules, 'keytar', 'build', 'Release', 'keytar.node');

/** Where electron-builder leaves an unpacked app, and its executable in there. */
const unpacked = {
  win32: ['win-unpacked', 'Ringside.exe'],
  darwin: [`mac${process.arch === 'arm64' ? '-arm64' : ''}`, 'Ringside.app/Contents/MacOS/Ringside'],
  linux: ['linux-unpacked', 'ringside'],
};

/** The executable of a package made by {@link packageApp}. */
export function packagedPath(name) {
  return join(root, 'dist', name, ...unpacked[process.platform]);
}

/**
 * Builds and packages for this machine, unpacked, as `electron-builder.yml` says, into `dist/<name>`.
 *
 * @param {'release' | 'test'} kind see `main/build-type.ts`
 * @param {object} [options]
 * @param {string} [options.name] of the folder; the kind unless said
 * @param {boolean} [options.installers] all that `electron-builder.yml` names for this platform, not only the folder
 * @param {string} [options.version] instead of package.json's
 * @param {Record<string, string>} [options.variables] for the build, such as RINGSIDE_UPDATE_KEY
 */
export async function packageApp(kind, { name = kind, version, installers = false, variables = {} } = {}) {
  const electron = electronInUse();
  const output = `dist/${name}`;
  await rm(join(root, output), { recursive: true, force: true });
  const env = {
    ...process.env,
    ...variables,
    NO_COLOR: '1',
    RINGSIDE_BUILD: kind,
    RINGSIDE_OUT: `${output}/out`,
    ELECTRON_EXEC_PATH: electron.path,
  };
  await runStep(`Building (${name})`, process.execPath, [vite, 'build'], { cwd: root, env });
  const here = {
    extends: 'electron-builder.yml',
    electronVersion: electron.version,
    // Installers are for processors that this machine does not have: Electron and keytar are fetched for each.
    ...(installers ? { npmRebuild: true } : { electronDist: dirname(electron.path) }),
    directories: { output },
    files: [{ from: `${output}/out`, to: 'out' }],
    // Packages of Linux are not made without a homepage.
    extraMetadata: { ...(version && { version }), homepage: process.env.RINGSIDE_HOMEPAGE },
    // SECURITY: without it an update on Windows is not held against a publisher, and Ringside takes none.
    ...(process.env.RINGSIDE_PUBLISHER && {
      win: { signtoolOptions: { publisherName: process.env.RINGSIDE_PUBLISHER } },
    }),
  };
  const config = join(root, output, 'electron-builder.json');
  await writeFile(config, JSON.stringify(here, null, 2));
  const targets = installers ? [] : ['--dir'];
  const args = [builder, ...targets, '--publish', 'never', '--config', config];
  const ours = await readFile(keytar);
  try {
    await runStep(`Packaging (${name})`, process.execPath, args, { cwd: root });
  } finally {
    // The last of the installers has left its own, which may not load here. Anew, since a file may be linked elsewhere.
    if (installers) {
      await rm(keytar, { force: true });
      await writeFile(keytar, ours);
    }
  }
}

/** Of Electron: what a release ships. */
const shippedMajor = '45';

/** What a release cannot do without, and is not there. @param electron as `electronInUse` tells it */
export function missingForRelease(electron, env) {
  const official = electron?.kind === 'official' && electron.version.startsWith(`${shippedMajor}.`);
  const variables = ['RINGSIDE_FEED_URL', 'RINGSIDE_UPDATE_KEY', 'RINGSIDE_HOMEPAGE'].filter(
    (name) => !env[name],
  );
  return [...(official ? [] : [`the official Electron ${shippedMajor}`]), ...variables];
}

if (isMain(import.meta.url))
  await run(async () => {
    const release = process.argv.includes('--release');
    await bootstrap();
    const missing = missingForRelease(electronInUse(), process.env);
    if (release && missing.length > 0) throw new Stop(`A release needs ${missing.join(', ')}.`);
    await packageApp('release', { installers: release });
    say(release ? 'dist/release holds the installers' : `Packaged: ${packagedPath('release')}`);
    if (!release) say('For tests on this machine; npm run package -- --release makes the installers.');
  });
