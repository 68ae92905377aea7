import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { modules, root } from './bootstrap/paths.mjs';
import { say } from './bootstrap/say.mjs';
import { bootstrap, run } from './bootstrap.mjs';
import { runSuite } from './e2e.mjs';
import { runFaults } from './faults.mjs';
import { runToEnd } from './run-to-end.mjs';
import { runSecurity } from './security.mjs';
import { importsOfTests } from './test/imports-of-tests.mjs';
import { all, specFile, touchedSpecs } from './test/touched-specs.mjs';
import { runUpdates } from './updates.mjs';

const suites = {
  e2e: (args) => runSuite('e2e', args),
  visual: (args) => runSuite('visual', args),
  faults: runFaults,
  security: runSecurity,
  updates: runUpdates,
};

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const lines = (text) => text.split('\n').filter(Boolean);

/** Where the branch left `origin/main`; the last commit where there is none. */
function usualBase() {
  try {
    return git('merge-base', 'HEAD', 'origin/main');
  } catch {
    return 'HEAD';
  }
}

/** Runs the tests that the changes since a commit touch, those of the working tree included. */
await run(async () => {
  const words = process.argv.slice(2).filter((word) => word !== '--list');
  const base = git('rev-parse', words[0] ?? usualBase());
  const files = [
    ...lines(git('diff', '--name-only', base)),
    ...lines(git('ls-files', '--others', '--exclude-standard')),
  ];
  const touched = touchedSpecs(files, importsOfTests());
  say(`${files.length} changed files since ${base.slice(0, 8)}`);
  for (const [suite, names] of touched)
    say(`${suite}: ${names === all ? all : [...names].sort().join(', ')}`);
  if (process.argv.includes('--list')) return 0;
  await bootstrap();
  const vitest = [join(modules, 'vitest/vitest.mjs'), 'run', '--config', 'scripts/config/vitest.config.mts'];
  let worst = await runToEnd(process.execPath, [...vitest, '--changed', base], { cwd: root });
  for (const [suite, work] of Object.entries(suites)) {
    const names = touched.get(suite);
    if (!names) continue;
    const specs = names === all ? [] : [...names].map((name) => specFile(suite, name));
    worst = (await work(specs)) || worst;
  }
  return worst;
});
