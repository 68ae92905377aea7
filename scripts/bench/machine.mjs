import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { root } from '../bootstrap/paths.mjs';

/** Describes the machine of a run, as lines of text. @param electron its version and kind */
export function machineLines(electron) {
  const [cpu] = cpus();
  return [
    `${cpus().length} cores of ${cpu?.model.trim() ?? 'an unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(1)} GiB of memory`,
    systemName(),
    `Electron ${electron}`,
    ...(process.platform === 'linux'
      ? [
          'A display without a screen (Xvfb, 60 frames a second), drawn by the processor: no graphics card takes part',
        ]
      : []),
  ];
}

/**
 * The version that is measured: its commit, and whether files differ from it. Undefined without Git.
 *
 * @returns {{ commit: string, isChanged: boolean } | undefined}
 */
export function versionOf(folder = root) {
  // As root, Git otherwise refuses a folder of another user.
  const git = (...args) =>
    spawnSync('git', ['-c', `safe.directory=${folder}`, '-C', folder, ...args], { encoding: 'utf8' });
  const head = git('rev-parse', 'HEAD');
  if (head.status !== 0) return undefined;
  const changed = git('status', '--porcelain');
  return { commit: head.stdout.trim(), isChanged: changed.status !== 0 || changed.stdout.trim() !== '' };
}

function systemName() {
  try {
    const [, name] = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? [];
    if (name) return name;
  } catch {
    // Not a Linux, or the file is missing.
  }
  return type();
}
