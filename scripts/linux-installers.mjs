import { copyFile, cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modules, root } from './bootstrap/paths.mjs';
import { runStep } from './bootstrap/run-step.mjs';

const builder = join(modules, 'electron-builder', 'cli.js');
const standIns = join(root, 'scripts', 'linux-installers');

/**
 * Makes the AppImage and the deb of `dist/release` in `dist/installers` with the configuration of
 * `electron-builder.yml`, for tests: Debian's tools replace those that electron-builder downloads, nothing is
 * compressed, and the AppImage can be unpacked but not started (its runtime is empty).
 */
export async function makeLinuxInstallers() {
  const output = join(root, 'dist', 'installers');
  await rm(output, { recursive: true, force: true });
  const tools = join(output, 'tools');
  for (const folder of ['runtimes', join('lib', 'x64')])
    await mkdir(join(tools, folder), { recursive: true });
  await copyFile(join(standIns, 'mksquashfs.sh'), join(tools, 'mksquashfs'));
  await symlink('/usr/bin/desktop-file-validate', join(tools, 'desktop-file-validate'));
  await writeFile(join(tools, 'runtimes', 'runtime-x64'), '');
  const config = join(output, 'electron-builder.json');
  const here = {
    extends: join(root, 'electron-builder.yml'),
    directories: { output: 'dist/installers' },
    extraMetadata: { homepage: 'https://ringside.invalid/' },
  };
  await writeFile(config, JSON.stringify(here, null, 2));
  const env = {
    ...process.env,
    APPIMAGE_TOOLS_PATH: tools,
    CUSTOM_FPM_PATH: join(standIns, 'fpm.mjs'),
    NO_COLOR: '1',
  };
  // A copy, because electron-builder adds files for the deb to the folder.
  const prepackaged = join(output, 'linux-unpacked');
  await cp(join(root, 'dist', 'release', 'linux-unpacked'), prepackaged, { recursive: true });
  const targets = ['--linux', 'AppImage', 'deb', '--x64', '--prepackaged', prepackaged];
  const args = [builder, ...targets, '--publish', 'never', '--config', config];
  await runStep('Making installers', process.execPath, args, { cwd: root, env });
}
