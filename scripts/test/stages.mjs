import { join } from 'node:path';
import { modules, root } from '../bootstrap/paths.mjs';
import { runSuite } from '../e2e.mjs';
import { runFaults } from '../faults.mjs';
import { runLinuxPackages } from '../linux-packages.mjs';
import { debianOnly, linuxOnly } from '../machine.mjs';
import { runToEnd } from '../run-to-end.mjs';
import { runSecurity } from '../security.mjs';
import { runUpdates } from '../updates.mjs';
import { runWindows, skipWindows } from '../windows.mjs';
import { runWindowsInstaller } from '../windows-installer.mjs';

/** Runs a script with this Node. */
function node(script, args = [], variables = {}) {
  return runToEnd(process.execPath, [script, ...args], { cwd: root, env: { ...process.env, ...variables } });
}

const tool = (script, ...rest) => node(join(modules, script), ...rest);

const projects = ['tsconfig.json', 'renderer/tsconfig.json', 'e2e/tsconfig.json'];

async function types() {
  let worst = 0;
  for (const project of projects) worst = (await tool('typescript/bin/tsc', ['-p', project])) || worst;
  return worst;
}

/**
 * A part of `npm test`.
 *
 * @typedef {object} Stage
 * @property {string} heading
 * @property {import('../machine.mjs').Skip} [skip] why it does not run, which is printed in its place; by default it runs everywhere
 * @property {boolean} [isCheck] counted as one test; the others print their own closing line
 * @property {number} [cores] that it keeps busy, by default one: a suite has two workers or three, each with a window
 * @property {(variables: Record<string, string>) => Promise<number>} run resolves to an exit code
 */

/**
 * The stages by the name of their closing line, in the order in which they start: what fails most often first.
 * Stages of one core stand side by side, because two of them run at the same time on two cores.
 *
 * @type {Record<string, Stage>}
 */
export const stages = {
  lint: {
    heading: 'Lint',
    isCheck: true,
    run: () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  },
  prose: { heading: 'Prose', isCheck: true, run: () => node('scripts/prose.mjs') },
  types: { heading: 'Types', isCheck: true, run: types },
  unit: {
    heading: 'Unit tests',
    run: (variables) =>
      tool('vitest/vitest.mjs', ['run', '--config', 'scripts/config/vitest.config.mts'], variables),
  },
  e2e: { heading: 'End-to-end tests', cores: 2, run: (variables) => runSuite('e2e', [], variables) },
  faults: {
    heading: 'Faults',
    cores: 2,
    skip: linuxOnly('it makes its proxies, certificates and keyrings with programs of Linux'),
    run: (variables) => runFaults([], variables),
  },
  security: {
    heading: 'Security',
    cores: 2,
    skip: linuxOnly('it reads processes in /proc, and installs the packages of Linux'),
    run: (variables) => runSecurity([], variables),
  },
  updates: {
    heading: 'Updates',
    cores: 2,
    skip: linuxOnly('it updates an AppImage'),
    run: (variables) => runUpdates([], variables),
  },
  visual: {
    heading: 'Visual comparison',
    cores: 2,
    skip: linuxOnly('the fonts of a window can be fixed only there'),
    run: (variables) => runSuite('visual', [], variables),
  },
  windows: { heading: 'Windows', skip: skipWindows, run: (variables) => runWindows([], variables) },
  'linux-packages': {
    heading: 'Linux packages',
    skip: debianOnly,
    run: (variables) => runLinuxPackages([], variables),
  },
  'windows-installer': {
    heading: 'Installer for Windows',
    skip: debianOnly,
    run: (variables) => runWindowsInstaller([], variables),
  },
};
