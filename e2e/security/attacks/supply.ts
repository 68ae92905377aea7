import type { Attack } from './attack';

const supply = { group: 'Supply' };
const installers = { group: 'Installers', where: 'electron-builder.yml' };

/** Attacks on the package, the installers and the dependencies. */
export const supplyAttacks = {
  strayFiles: {
    ...supply,
    attack: 'Look for stray files in the package: sources, maps, tests, secrets',
    control: 'An allow-list of packaged files',
    where: 'electron-builder.yml',
    expected: 'none',
  },
  asarSize: {
    ...supply,
    attack: 'Let the package grow unnoticed',
    control: 'An allow-list of packaged files; everything else is bundled and tree-shaken',
    where: 'electron-builder.yml, scripts/config/electron.vite.config.ts',
    expected: 'at most 2 MiB',
  },
  runtimeModules: {
    ...supply,
    attack: 'Replace a module that is loaded at run time',
    control: 'Everything except keytar is bundled in the asar',
    where: 'scripts/config/electron.vite.config.ts',
    expected: 'keytar',
  },
  installScripts: {
    ...supply,
    attack: 'Run code while a package is installed',
    control: 'allowScripts',
    where: 'package.json',
    expected: 'allowed keytar; undecided none',
  },
  lockfile: {
    ...supply,
    attack: 'Deliver another package under the same name',
    control: 'An integrity hash for every package',
    where: 'package-lock.json',
    expected: '0 without a hash, 0 from elsewhere',
  },
  launcherSwitches: {
    ...installers,
    attack: 'Make the launcher of a Linux package disable its sandbox',
    control: 'No arguments in the launcher, AppImage tools that add none',
    expected: 'AppRun %U, /opt/Ringside/ringside %U',
  },
  launcherLink: {
    ...installers,
    attack: 'Start both packages by their launchers with a ringside:// link',
    control: 'A link passes the allow-list and is looked up',
    where: 'main/launch-check.ts, main/command-line.ts',
    expected: 'AppImage goes on, deb goes on, Edgar Thomas Bullock Meyer',
  },
  launcherFound: {
    ...installers,
    attack: "Make another program receive Ringside's links or windows",
    control: 'Launchers that the system understands, with the name of the window',
    expected: 'valid, ringside.desktop, x-scheme-handler/ringside, icon there, a window of its class',
  },
  installedRights: {
    ...installers,
    attack: 'Look for files with special permissions, or that others may write',
    control:
      'chrome-sandbox gets its bit where namespaces are missing, a profile of AppArmor where they are restricted',
    expected: '0 in the AppImage, 0 in the deb, with a profile',
  },
  withoutNamespaces: {
    ...installers,
    attack:
      'Start the AppImage where the system allows no user namespaces, without which Chromium has no sandbox',
    control: 'The switch that its launcher then adds is refused, with what to do instead',
    where: 'main/launch-check.ts, main/sandbox-refusal.ts',
    expected: 'ended with 1: its sandbox is missing, install the deb or rpm; no log',
  },
  installedLicences: {
    ...installers,
    attack: 'Ship a package without its licences',
    control: 'extraResources, and where Linux looks for them',
    expected: 'ours, Electron, Chromium in both; copyright in the deb',
  },
  billOfMaterials: {
    ...supply,
    attack: 'Ship something that no list names',
    control: 'Bill of materials and licences are made from the bundle',
    where: 'scripts/sbom.mjs, scripts/licences.ts',
    expected: '0 of what ships missing, 0 without a licence text',
  },
} as const satisfies Record<string, Attack>;
