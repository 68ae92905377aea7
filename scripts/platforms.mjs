import { execFileSync } from 'node:child_process';

/**
 * What differs between the platforms for scripts and tests.
 *
 * @typedef {object} Platform
 * @property {string} electron path of Electron's executable in its folder
 * @property {(arch: string) => string} unpacked folder that electron-builder makes for an unpacked app
 * @property {string} app path of Ringside's executable in that folder
 * @property {boolean} ownDesktop whether tests start a display, a D-Bus and a Secret Service of their own; elsewhere they
 * use the desktop and the keychain of the machine
 * @property {boolean} ownFolders whether the user data folder follows the environment; elsewhere a test has to set it
 * @property {(pid: number) => [command: string, ...args: string[]]} [endTree] command that ends a process and its
 * descendants; absent where a signal to the process group does
 */

/** @type {Record<'win32' | 'darwin' | 'linux', Platform>} */
export const platforms = {
  win32: {
    electron: 'electron.exe',
    unpacked: (arch) => (arch === 'x64' ? 'win-unpacked' : `win-${arch}-unpacked`),
    app: 'Ringside.exe',
    ownDesktop: false,
    ownFolders: false,
    // Windows has no process groups, and `kill` ends one process only.
    endTree: (pid) => ['taskkill', '/pid', String(pid), '/t', '/f'],
  },
  darwin: {
    electron: 'Electron.app/Contents/MacOS/Electron',
    unpacked: (arch) => (arch === 'x64' ? 'mac' : `mac-${arch}`),
    app: 'Ringside.app/Contents/MacOS/Ringside',
    ownDesktop: false,
    ownFolders: false,
  },
  linux: {
    electron: 'electron',
    unpacked: (arch) => (arch === 'x64' ? 'linux-unpacked' : `linux-${arch}-unpacked`),
    app: 'ringside',
    ownDesktop: true,
    ownFolders: true,
  },
};

/** This machine; another Unix is treated like Linux. */
export const here = platforms[process.platform] ?? platforms.linux;

/**
 * Ends a process and all its descendants. On Unix it must lead a process group (`detached` of `spawn`).
 *
 * @param {number} pid
 * @param {NodeJS.Signals} signal for Unix; Windows ends processes without one
 */
export function endTree(pid, signal = 'SIGKILL') {
  try {
    if (!here.endTree) return void process.kill(-pid, signal);
    const [command, ...args] = here.endTree(pid);
    execFileSync(command, args, { stdio: 'ignore' });
  } catch {
    // It has already ended.
  }
}
