import { installPackagesInTurn } from './bootstrap/system-packages.mjs';
import { isMain } from './bootstrap.mjs';
import { runInstallers } from './installers.mjs';
import { debianOnly, runAlone } from './machine.mjs';
import { makeWindowsInstallers } from './windows-installer/make.mjs';

const tools = ['nsis', 'wine64', 'p7zip-full', 'wixl'];

/** Compiles the installer for Windows with the configuration of `electron-builder.yml` and tries it under Wine. */
export async function runWindowsInstaller(args = [], variables = {}) {
  await installPackagesInTurn(tools);
  await makeWindowsInstallers();
  return runInstallers('windows-installer', args, variables);
}

if (isMain(import.meta.url)) await runAlone(debianOnly, runWindowsInstaller);
