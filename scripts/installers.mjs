import { join } from 'node:path';
import { modules, root } from './bootstrap/paths.mjs';
import { runToEnd } from './run-to-end.mjs';

/** Runs the tests of `scripts/SUITE/*.spec.mjs`, which install packages. @param {string} suite */
export function runInstallers(suite, args = [], variables = {}) {
  const vitest = join(modules, 'vitest', 'vitest.mjs');
  const config = join('scripts', 'config', 'installers.vitest.config.mts');
  return runToEnd(process.execPath, [vitest, 'run', '--config', config, ...args], {
    cwd: root,
    env: { ...process.env, ...variables, RINGSIDE_SUITE: suite },
  });
}
