import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { electronInUse } from './bootstrap/electron-in-use.mjs';
import { modules, root, viteBuild } from './bootstrap/paths.mjs';
import { runStep } from './bootstrap/run-step.mjs';
import { Stop, say } from './bootstrap/say.mjs';
import { bootstrap, isMain, run } from './bootstrap.mjs';
import { here } from './platforms.mjs';

const builder = join(modules, 'electron-builder', 'cli.js');
const keytar = join(modules, 'keytar', 'build', 'Release', 'keytar.node');

/** Executable of a package made by {@link packageApp}. */
export function packagedPath(name) {
  return join(root, 'dist', name, here.unpacked(process.arch), here.app);
}

/**
 * Builds and packages for this machine, unpacked, with the configuration of `electron-builder.yml`, into
 * `dist/<name>`.
 *
 * @param {'release'
 * 'test'} kind see `main/build-type.ts`
 * @param {object} [options]
 * @param {string} [options.name] name of the folder; the kind by default
 * @param {boolean} [options.installers] also makes the installers of `electron-builder.yml` for this platform
 * @param {string} [options.version] replaces the version of package.json
 * @param {Record<string, string>} [options.variables] environment of the build, such as RINGSIDE_UPDATE_KEY
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
  await runStep(`Building (${name})`, process.execPath, viteBuild, { cwd: root, env });
  const here = {
    extends: 'electron-builder.yml',
    electronVersion: electron.version,
    // Installers are for several architectures; Electron and keytar are fetched for each.
    ...(installers ? { npmRebuild: true } : { electronDist: dirname(electron.path) }),
    directories: { output },
    files: [{ from: `${output}/out`, to: 'out' }],
    // Linux packages require a homepage.
    extraMetadata: { ...(version && { version }), homepage: process.env.RINGSIDE_HOMEPAGE },
    // SECURITY: without a publisher name an update on Windows is not checked against it, and Ringside refuses the
    // update.
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
    // The last installer leaves its keytar, which may not load here. It is copied, because the file may be a hard
    // link.
    if (installers) {
      await rm(keytar, { force: true });
      await writeFile(keytar, ours);
    }
  }
}

/** Version of Electron that a release ships. */
const shippedMajor = '45';

/** Returns the Electron that a release requires, if this is another one. @param electron see `electronInUse` */
export function missingElectron(electron) {
  const isOfficial = electron?.kind === 'official' && electron.version.startsWith(`${shippedMajor}.`);
  return isOfficial ? undefined : `the official Electron ${shippedMajor}`;
}

/** Returns what a release requires and lacks. @param electron see `electronInUse` */
export function missingForRelease(electron, env) {
  const variables = ['RINGSIDE_FEED_URL', 'RINGSIDE_UPDATE_KEY', 'RINGSIDE_HOMEPAGE'].filter(
    (name) => !env[name],
  );
  return [missingElectron(electron), ...variables].filter((each) => each !== undefined);
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
