import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { electronInUse } from '../bootstrap/electron-in-use.mjs';
import { modules, root } from '../bootstrap/paths.mjs';
import { runStep } from '../bootstrap/run-step.mjs';

const builder = join(modules, 'electron-builder', 'cli.js');

/**
 * Packages e2e/bench/blank into `dist/<name>` with the configuration of Ringside: the same Electron, the same fuses,
 * the same name of the executable.
 */
export async function packageBlank(name) {
  const electron = electronInUse();
  const output = join(root, 'dist', name);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const config = join(output, 'electron-builder.json');
  const here = {
    extends: join(root, 'electron-builder.yml'),
    electronVersion: electron.version,
    electronDist: dirname(electron.path),
    directories: { output, buildResources: join(root, 'build') },
    afterPack: join(root, 'scripts', 'bench', 'after-pack-blank.mjs'),
    files: ['main.js'],
  };
  await writeFile(config, JSON.stringify(here, null, 2));
  const project = join(root, 'e2e', 'bench', 'blank');
  const args = [builder, '--dir', '--publish', 'never', '--projectDir', project, '--config', config];
  await runStep(`Packaging (${name})`, process.execPath, args, { cwd: root });
}
