import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { electronInUse } from './bootstrap/electron-in-use.mjs';
import { modules, root } from './bootstrap/paths.mjs';
import { runStep } from './bootstrap/run-step.mjs';

const vite = join(modules, 'electron-vite', 'bin', 'electron-vite.js');
const builder = join(modules, 'electron-builder', 'cli.js');

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
 * @param {'release' | 'test'} kind see `main/build.ts`
 * @param {object} [options]
 * @param {string} [options.name] of the folder; the kind unless said
 * @param {string} [options.version] instead of package.json's
 * @param {Record<string, string>} [options.variables] for the build, such as RINGSIDE_UPDATE_KEY
 */
export async function packageApp(kind, { name = kind, version, variables = {} } = {}) {
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
    electronDist: dirname(electron.path),
    directories: { output },
    files: [{ from: `${output}/out`, to: 'out' }],
    ...(version && { extraMetadata: { version } }),
  };
  const config = join(root, output, 'electron-builder.json');
  await writeFile(config, JSON.stringify(here, null, 2));
  const args = [builder, '--dir', '--publish', 'never', '--config', config];
  await runStep(`Packaging (${name})`, process.execPath, args, { cwd: root });
}
