import { say } from './bootstrap/say.mjs';
import { isDebian, missing } from './bootstrap/system-packages.mjs';
import { bootstrap, run } from './bootstrap.mjs';

/**
 * What decides whether a suite can run on a machine.
 *
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {boolean} isDebian
 * @property {boolean} isRoot
 * @property {boolean} isCi
 * @property {(packages: string[]) => boolean} has whether these Debian packages are installed
 */

/**
 * Why a suite does not run on a machine, in one line without a full stop; undefined where it runs.
 *
 * @typedef {(machine: Machine) => string | undefined} Skip
 */

/** @type {Machine} */
export const thisMachine = {
  platform: process.platform,
  arch: process.arch,
  isDebian: isDebian(),
  isRoot: process.getuid?.() === 0,
  isCi: Boolean(process.env.CI),
  has: (packages) => missing(packages).length === 0,
};

/** @param {string} why @returns {Skip} */
export const linuxOnly =
  (why) =>
  ({ platform }) =>
    platform === 'linux' ? undefined : `needs Linux: ${why}`;

/** For a suite that installs packages of Debian. @type {Skip} */
export const debianOnly = ({ platform, arch, isDebian: debian, isRoot }) =>
  platform === 'linux' && arch === 'x64' && debian && isRoot
    ? undefined
    : 'installs packages: needs Debian on x64, and root';

/**
 * Runs a suite by itself where it can run; elsewhere prints why it does not.
 *
 * @param {Skip} skip
 * @param {(args: string[]) => Promise<number>} suite resolves to an exit code
 */
export const runAlone = (skip, suite) =>
  run(async () => {
    const reason = skip(thisMachine);
    if (reason) {
      say(`Skipped: ${reason}.`);
      return 0;
    }
    await bootstrap();
    return suite(process.argv.slice(2));
  });
