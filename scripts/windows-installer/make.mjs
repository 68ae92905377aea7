import { existsSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modules, root, workshop } from '../bootstrap/paths.mjs';
import { runStep } from '../bootstrap/run-step.mjs';
import { windowsIn, wineProgram } from '../wine.mjs';

/** Folder of everything that is made for the tests of the installer. */
const folder = join(workshop, 'windows-installer');
export const windows = windowsIn(folder);
const bin = join(folder, 'bin');

const here = import.meta.dirname;
const builder = join(modules, 'electron-builder', 'cli.js');

/** The unpacked Ringside of a version, with a small program in place of Electron for Windows. */
const unpacked = (version) => join(folder, `unpacked-${version}`);
/** Folder of the installers of a version. */
export const installers = (version) => join(folder, version);
/** Holds the folder of an installed Ringside, says so in `holds.txt` in that of the data, and ends when the program there is gone. */
export const holder = join(folder, 'holder.exe');
/** The project of the MSI. */
export const msiProject = join(folder, 'project.wxs');
/** An MSI with the upgrade code of {@link msiProject} and one file. */
export const standInMsi = join(folder, 'stand-in.msi');

export const first = '1.0.0';
export const second = '1.1.0';

async function electronBuilder(version, targets, more = {}) {
  const config = join(folder, `${targets[0]}-${version}.json`);
  const settings = {
    extends: join(root, 'electron-builder.yml'),
    electronVersion: '33.2.1',
    directories: { output: installers(version) },
    extraMetadata: { version, homepage: 'https://ringside.invalid/' },
    ...more,
  };
  await writeFile(config, JSON.stringify(settings));
  const args = [builder, '--win', ...targets, '--prepackaged', unpacked(version), '--publish', 'never'];
  const env = {
    ...windows.env,
    // Has `wine`, which electron-builder starts.
    PATH: `${bin}:${process.env.PATH}`,
    NO_COLOR: '1',
    RINGSIDE_UNPACKED: unpacked(version),
    RINGSIDE_MSI_PROJECT: msiProject,
    ELECTRON_BUILDER_NSIS_DIR: join(folder, 'tools'),
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'tools'),
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
    USE_SYSTEM_WINE: 'true',
  };
  const label = `Making the ${targets[0]} of ${version}`;
  return runStep(label, process.execPath, [...args, '--config', config], { cwd: root, env });
}

/** Makes the project of the MSI. WiX, which compiles it, needs Windows; electron-builder is stopped before. */
async function makeMsiProject() {
  const msiProjectCreated = join(here, 'keep-msi-project.mjs');
  await electronBuilder(first, ['msi', '--x64'], { msiProjectCreated }).catch((error) => {
    if (!existsSync(msiProject)) throw error;
  });
}

/**
 * Makes the installers of two versions in `node_modules/.cache/ringside/windows-installer`: electron-builder itself writes the
 * script, and `makensis.mjs` compiles it with Debian's NSIS.
 */
export async function makeWindowsInstallers() {
  windows.end();
  await rm(folder, { recursive: true, force: true });
  windows.boot();
  await mkdir(bin);
  await writeFile(join(bin, 'wine'), `#!/bin/sh\nexec ${wineProgram('wine64')} "$@"\n`, { mode: 0o755 });
  const tools = join(folder, 'tools');
  for (const each of ['linux', 'plugins/x86-unicode']) await mkdir(join(tools, each), { recursive: true });
  await symlink(join(here, 'makensis.mjs'), join(tools, 'linux', 'makensis'));
  await writeFile(join(tools, 'elevate.exe'), '');
  const program = join(folder, 'Ringside.exe');
  for (const [made, script] of [
    [program, 'program.nsi'],
    [holder, 'holder.nsi'],
  ])
    await runStep('Compiling a program', 'makensis', [`-XOutFile ${made}`, join(here, script)]);
  for (const version of [first, second]) {
    const resources = join(unpacked(version), 'resources');
    await mkdir(resources, { recursive: true });
    await symlink(program, join(unpacked(version), 'Ringside.exe'));
    await writeFile(join(resources, 'app.asar'), version);
  }
  await electronBuilder(first, ['nsis', '--x64', '--arm64']);
  await electronBuilder(second, ['nsis', '--x64']);
  await makeMsiProject();
  await runStep('Making an MSI', 'wixl', ['-a', 'x64', '-o', standInMsi, 'stand-in.wxs'], { cwd: here });
}
