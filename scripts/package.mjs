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
export function packagedPath(kind) {
  return join(root, 'dist', kind, ...unpacked[process.platform]);
}

/**
 * Builds and packages for this machine, unpacked, as `electron-builder.yml` says, into `dist/<kind>`.
 *
 * @param {'release' | 'test'} kind see `main/build.ts`
 */
export async function packageApp(kind) {
  const electron = electronInUse();
  const output = `dist/${kind}`;
  await rm(join(root, output), { recursive: true, force: true });
  const env = { ...process.env, NO_COLOR: '1', RINGSIDE_BUILD: kind, ELECTRON_EXEC_PATH: electron.path };
  await runStep(`Building (${kind})`, process.execPath, [vite, 'build'], { cwd: root, env });
  const here = {
    extends: 'electron-builder.yml',
    electronVersion: electron.version,
    electronDist: dirname(electron.path),
    directories: { output },
    files: [{ from: `${output}/out`, to: 'out' }],
  };
  const config = join(root, output, 'electron-builder.json');
  await writeFile(config, JSON.stringify(here, null, 2));
  const args = [builder, '--dir', '--publish', 'never', '--config', config];
  await runStep(`Packaging (${kind})`, process.execPath, args, { cwd: root });
}
