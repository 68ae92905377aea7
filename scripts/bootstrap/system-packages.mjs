import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { withLock } from './lock.mjs';
import { runStep } from './run-step.mjs';
import { Stop, say } from './say.mjs';

/** Packages for compiling keytar where no prebuilt binary is available. */
const compiling = ['python3', 'make', 'g++', 'pkg-config', 'libsecret-1-dev'];
/** Libraries that Electron links against. */
const electron = [
  'libsecret-1-0',
  'libnss3',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libxss1',
  'libnotify4',
  'libxtst6',
  'fonts-liberation',
];
/** A display, a Secret Service, a notification server and installer tools for the tests. */
const testing = [
  'xvfb',
  'xauth',
  'dbus',
  'dbus-x11',
  'gnome-keyring',
  'libsecret-tools',
  'libglib2.0-bin',
  'openssl',
  'libnss3-tools',
  'xdotool',
  'dunst',
  'squashfs-tools',
  'desktop-file-utils',
];

export const wanted = [...compiling, ...electron, ...testing];

/** Newer Debian and Ubuntu releases renamed some libraries ("t64"); either name works. */
export function missingOf(names, installed) {
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

export function parseInstalled(listing) {
  const lines = listing.split('\n').map((line) => line.split(' '));
  return new Set(lines.filter(([, status]) => status === 'installed').map(([name]) => name));
}

function output(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    // dpkg-query exits with 1 when one name is unknown, and still lists the others.
    return String(error.stdout ?? '');
  }
}

/** Which of these Debian packages are not installed. */
export function missing(names = wanted) {
  const query = [
    '-W',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg fills these in.
    '-f=${Package} ${db:Status-Status}\\n',
    ...names,
    ...names.map((name) => `${name}t64`),
  ];
  return missingOf(names, parseInstalled(output('dpkg-query', query)));
}

/** Name of the package in apt's index. */
function available(name) {
  const renamed = `${name}t64`;
  return output('apt-cache', ['pkgnames', renamed]).split('\n').includes(renamed) ? renamed : name;
}

export const isDebian = () => existsSync('/usr/bin/dpkg-query') && existsSync('/usr/bin/apt-get');

let told = false;

/** Installs those of Debian's packages that are missing. @throws Stop without root, naming the command that installs them */
export async function installPackages(wantedNames) {
  const names = missing(wantedNames);
  if (names.length === 0) return;
  if (process.getuid() !== 0) {
    throw new Stop(
      `System packages are missing. Install them, then run this again:\n\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.map(available).join(' ')}`,
    );
  }
  say(`Installing ${names.length} system packages: ${names.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Repairs an interrupted installation; otherwise does nothing.
  await runStep('Settling dpkg', 'dpkg', ['--configure', '-a'], { env });
  await runStep('Reading package lists', 'apt-get', ['update'], { env });
  const install = ['install', '-y', '--no-install-recommends', ...names.map(available)];
  await runStep('Installing system packages', 'apt-get', install, { env });
  const left = missing(wantedNames);
  if (left.length > 0) throw new Stop(`apt-get did not install ${left.join(' ')}.`);
}

/** As {@link installPackages}, for a stage of the tests: another one may install at the same time, and dpkg refuses that. */
export async function installPackagesInTurn(wantedNames) {
  if (missing(wantedNames).length > 0) await withLock(() => installPackages(wantedNames));
}

export const systemPackages = {
  isInPlace() {
    if (process.platform !== 'linux') return true;
    if (isDebian()) return missing(wanted).length === 0;
    if (!told && !existsSync('node_modules')) {
      say('Not a Debian: Ringside needs GTK 3, NSS, GBM, ALSA and libsecret (with headers), its tests Xvfb,');
      say('D-Bus, gnome-keyring and secret-tool. Going on in the hope that they are here.');
    }
    told = true;
    return true;
  },

  bring: () => installPackages(wanted),
};
