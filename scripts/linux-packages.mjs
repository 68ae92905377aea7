import { join } from 'node:path';
import { installPackagesInTurn } from './bootstrap/system-packages.mjs';
import { isMain } from './bootstrap.mjs';
import { runInstallers } from './installers.mjs';
import { packLinux } from './linux-installers.mjs';
import { first, packagesOf, second } from './linux-packages/own-root.mjs';
import { debianOnly, runAlone } from './machine.mjs';
import { packageApp, packagedPath } from './package.mjs';

const tools = ['rpm', 'xdg-utils'];

/** Packs the deb and the rpm of two versions, and installs, updates and removes them in a root of their own. */
export async function runLinuxPackages(args = [], variables = {}) {
  await installPackagesInTurn(tools);
  const name = 'linux-packages';
  await packageApp('release', { name });
  const from = join(packagedPath(name), '..');
  for (const version of [first, second])
    await packLinux({ from, output: packagesOf(version), targets: ['deb', 'rpm'], version });
  return runInstallers('linux-packages', args, variables);
}

if (isMain(import.meta.url)) await runAlone(debianOnly, runLinuxPackages);
