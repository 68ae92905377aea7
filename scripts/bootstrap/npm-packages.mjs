import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { modules, root } from './paths.mjs';
import { npm } from './run-step.mjs';
import { Stop, say } from './say.mjs';

// Inside node_modules, so that deleting the folder deletes the stamp.
const stamp = join(modules, '.ringside-stamp');

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function wanted() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  return `${lock.digest('hex')} ${process.versions.modules} ${process.platform} ${process.arch}`;
}

/** Whether the installed packages match the lockfile; optional packages may be missing. */
export function matchesLock(lock, installed) {
  const wants = Object.entries(lock.packages).filter(([path]) => path !== '');
  const has = Object.entries(installed.packages);
  return (
    wants.every(([path, { optional, devOptional }]) => optional || devOptional || installed.packages[path]) &&
    has.every(([path, { version }]) => lock.packages[path]?.version === version)
  );
}

function keytarComplaint() {
  const { status, stderr } = spawnSync(process.execPath, ['-e', "require('keytar')"], {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? undefined : (/Error: .*/.exec(stderr)?.[0] ?? stderr.trim());
}

/** A manual `npm install` is accepted. */
function broughtByHand() {
  try {
    const lock = JSON.parse(read(join(root, 'package-lock.json')));
    return (
      matchesLock(lock, JSON.parse(read(join(modules, '.package-lock.json')))) &&
      keytarComplaint() === undefined
    );
  } catch {
    return false;
  }
}

/** Headers of this Node, which spare node-gyp a download; headers of another version would build a broken keytar. */
function headersHere() {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  const header = read(join(prefix, 'include', 'node', 'node_version.h'));
  const number = (part) => new RegExp(`define NODE_${part}_VERSION (\\d+)`).exec(header)?.[1];
  const version = ['MAJOR', 'MINOR', 'PATCH'].map(number).join('.');
  if (process.env.npm_config_nodedir || version !== process.versions.node) return {};
  return { npm_config_nodedir: prefix };
}

export const npmPackages = {
  isInPlace() {
    if (read(stamp) === wanted()) return true;
    if (!broughtByHand()) return false;
    writeFileSync(stamp, wanted());
    return true;
  },

  async bring() {
    say('Installing npm packages');
    rmSync(stamp, { force: true });
    // Errors only: npm would warn that the electron package needs a later Node, which only its installer does.
    const quietly = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress'];
    const env = { ...process.env, ...headersHere() };
    await npm('Installing npm packages', quietly, { cwd: root, env }).catch((error) => {
      // npm would print all its options after the two relevant lines.
      if (/EUSAGE/.test(error.message))
        throw new Stop(error.message.replace(/\nnpm error Clean install[\s\S]*/, ''));
      throw error;
    });
    const complaint = keytarComplaint();
    if (complaint) {
      throw new Stop(
        `keytar, the way to the keychain, does not load: ${complaint}\n` +
          (process.platform === 'linux'
            ? 'Install libsecret (libsecret-1.so.0), delete node_modules and run this again.'
            : 'Delete node_modules and run this again.'),
      );
    }
    writeFileSync(stamp, wanted());
  },
};
