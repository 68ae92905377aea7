import { posix, win32 } from 'node:path';

/**
 * What an installation needs to know.
 *
 * @typedef {object} Place
 * @property {string} file the package
 * @property {string} folder empty folder for what has no installer
 * @property {Record<string, string | undefined>} env
 */

/**
 * A kind of package, as `electron-builder.yml` makes it.
 *
 * @typedef {object} PackageType
 * @property {'win32' | 'darwin' | 'linux'} platform
 * @property {string} extension
 * @property {Record<string, string>} archs name of an architecture in the file's name, by `process.arch`; one that is absent
 * cannot be started on this platform
 * @property {boolean} [asRoot] whether its commands need root on Linux
 * @property {(place: Place) => string[][]} install commands that install it without a question
 * @property {(place: Place) => string} program path of the installed program
 * @property {(place: Place) => string[][]} uninstall commands that remove it
 */

/** Without a restart of the machine, and without a window. */
const silently = ['/qn', '/norestart'];

const programFolder = ({ LOCALAPPDATA = '' }) => win32.join(LOCALAPPDATA, 'Programs', 'ringside');
const macApp = (folder) => posix.join(folder, 'Ringside.app');
const macProgram = ({ folder }) => posix.join(macApp(folder), 'Contents', 'MacOS', 'Ringside');
const removeApp = ({ folder }) => [['rm', '-rf', macApp(folder)]];
const windows = { platform: 'win32', archs: { x64: 'x64', arm64: 'arm64' } };
const mac = { platform: 'darwin', archs: { x64: 'universal', arm64: 'universal' } };
const installedOnLinux = { platform: 'linux', asRoot: true, program: () => '/opt/Ringside/ringside' };

/** @type {Record<string, PackageType>} */
export const packageTypes = {
  nsis: {
    ...windows,
    extension: 'exe',
    install: ({ file }) => [[file, '/S']],
    program: ({ env }) => win32.join(programFolder(env), 'Ringside.exe'),
    // It continues in a copy of itself, so its end is not the end of the removal.
    uninstall: ({ env }) => [[win32.join(programFolder(env), 'Uninstall Ringside.exe'), '/S']],
  },
  msi: {
    ...windows,
    extension: 'msi',
    install: ({ file }) => [['msiexec', '/i', file, ...silently]],
    program: ({ env }) => win32.join(env.ProgramFiles ?? '', 'Ringside', 'Ringside.exe'),
    uninstall: ({ file }) => [['msiexec', '/x', file, ...silently]],
  },
  dmg: {
    ...mac,
    extension: 'dmg',
    install({ file, folder }) {
      const mounted = posix.join(folder, 'mounted');
      return [
        ['hdiutil', 'attach', '-nobrowse', '-readonly', '-mountpoint', mounted, file],
        ['ditto', macApp(mounted), macApp(folder)],
        ['hdiutil', 'detach', mounted],
      ];
    },
    program: macProgram,
    uninstall: removeApp,
  },
  zip: {
    ...mac,
    extension: 'zip',
    install: ({ file, folder }) => [['ditto', '-x', '-k', file, folder]],
    program: macProgram,
    uninstall: removeApp,
  },
  deb: {
    ...installedOnLinux,
    extension: 'deb',
    archs: { x64: 'amd64', arm64: 'arm64' },
    install: ({ file }) => [['apt-get', 'install', '--yes', '--no-install-recommends', file]],
    uninstall: () => [['apt-get', 'remove', '--yes', 'ringside']],
  },
  rpm: {
    ...installedOnLinux,
    extension: 'rpm',
    archs: { x64: 'x86_64', arm64: 'aarch64' },
    // Runners have Debian's packages, which rpm does not know; those that the deb needs are the same libraries.
    install: ({ file }) => [['rpm', '--install', '--nodeps', file]],
    uninstall: () => [['rpm', '--erase', 'ringside']],
  },
  AppImage: {
    platform: 'linux',
    extension: 'AppImage',
    archs: { x64: 'x86_64', arm64: 'arm64' },
    install: ({ file, folder }) => [['install', '--mode=755', file, posix.join(folder, 'Ringside.AppImage')]],
    program: ({ folder }) => posix.join(folder, 'Ringside.AppImage'),
    uninstall: ({ folder }) => [['rm', posix.join(folder, 'Ringside.AppImage')]],
  },
};

/**
 * The packages of a platform that a machine can start.
 *
 * @returns {[name: string, file: string][]} the names of the types, and of the files that a release has of them
 */
export function packagesFor(platform, arch, version) {
  return Object.entries(packageTypes)
    .filter(([, type]) => type.platform === platform && type.archs[arch] !== undefined)
    .map(([name, { archs, extension }]) => [name, `Ringside-${version}-${archs[arch]}.${extension}`]);
}
