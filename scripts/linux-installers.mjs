import { copyFile, cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modules, root } from './bootstrap/paths.mjs';
import { runStep } from './bootstrap/run-step.mjs';

const builder = join(modules, 'electron-builder', 'cli.js');
const standIns = join(root, 'scripts', 'linux-installers');

/**
 * Makes packages of an unpacked Ringside with the configuration of `electron-builder.yml`, for tests: Debian's tools replace
 * those that electron-builder downloads, nothing is compressed, and the AppImage can be unpacked but not started (its runtime
 * is empty).
 *
 * @param {object} options
 * @param {string} options.from folder of the unpacked Ringside
 * @param {string} options.output folder of the packages, which is emptied
 * @param {('AppImage' | 'deb' | 'rpm')[]} options.targets
 * @param {string} [options.version] replaces the version of package.json
 */
export async function packLinux({ from, output, targets, version }) {
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
    directories: { output },
    extraMetadata: { homepage: 'https://ringside.invalid/', ...(version && { version }) },
  };
  await writeFile(config, JSON.stringify(here, null, 2));
  const env = {
    ...process.env,
    APPIMAGE_TOOLS_PATH: tools,
    CUSTOM_FPM_PATH: join(standIns, 'fpm.mjs'),
    NO_COLOR: '1',
  };
  // A copy, because electron-builder adds files for the packages to the folder.
  const prepackaged = join(output, 'linux-unpacked');
  await cp(from, prepackaged, { recursive: true });
  const args = [builder, '--linux', ...targets, '--x64', '--prepackaged', prepackaged];
  await runStep('Making installers', process.execPath, [...args, '--publish', 'never', '--config', config], {
    cwd: root,
    env,
  });
}

/** Makes the AppImage and the deb of `dist/release` in `dist/installers`, and unpacks both into `dist/installers/unpacked`. */
export async function makeLinuxInstallers() {
  const output = join(root, 'dist', 'installers');
  const from = join(root, 'dist', 'release', 'linux-unpacked');
  await packLinux({ from, output, targets: ['AppImage', 'deb'] });
  const made = await readdir(output);
  const [appImage, deb] = ['.AppImage', '.deb'].map((end) =>
    join(output, made.find((name) => name.endsWith(end)) ?? ''),
  );
  const unpacked = join(output, 'unpacked');
  await mkdir(unpacked);
  const into = join(unpacked, 'linux-unpacked');
  await runStep('Unpacking the AppImage', 'unsquashfs', ['-no-progress', '-dest', into, appImage]);
  await runStep('Unpacking the deb', 'dpkg-deb', ['--extract', deb, join(unpacked, 'deb')]);
}
