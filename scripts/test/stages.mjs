import { join } from 'node:path';
import { modules, root } from '../bootstrap/paths.mjs';
import { runSuite } from '../e2e.mjs';
import { runFaults } from '../faults.mjs';
import { runToEnd } from '../run-to-end.mjs';
import { runSecurity } from '../security.mjs';
import { runUpdates } from '../updates.mjs';

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
 * @property {boolean} [isCheck] counted as one test; the others print their own closing line
 * @property {(variables: Record<string, string>) => Promise<number>} run resolves to an exit code
 */

/**
 * The stages by the name of their closing line, in the order in which they start: what fails most often first, and what
 * takes longest as early as possible.
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
  e2e: { heading: 'End-to-end tests', run: (variables) => runSuite('e2e', [], variables) },
  unit: {
    heading: 'Unit tests',
    run: (variables) =>
      tool('vitest/vitest.mjs', ['run', '--config', 'scripts/config/vitest.config.mts'], variables),
  },
  // Their proxies, certificates and Secret Service need Linux; the code under test is the same on every platform.
  ...(process.platform === 'linux' && {
    faults: { heading: 'Faults', run: (variables) => runFaults([], variables) },
    security: { heading: 'Security', run: (variables) => runSecurity([], variables) },
    updates: { heading: 'Updates', run: (variables) => runUpdates([], variables) },
    visual: { heading: 'Visual comparison', run: (variables) => runSuite('visual', [], variables) },
  }),
};
