import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modules, root } from './bootstrap/paths.mjs';
import { bootstrap, run } from './bootstrap.mjs';
import { runSuite } from './e2e.mjs';
import { runFaults } from './faults.mjs';
import { closingLine } from './reporters/closing-line.mjs';
import { runToEnd } from './run-to-end.mjs';
import { runSecurity } from './security.mjs';
import { runUpdates } from './updates.mjs';

/** Runs the command line of a package with this Node. */
function tool(script, args, variables = {}) {
  const env = { ...process.env, ...variables };
  return runToEnd(process.execPath, [join(modules, script), ...args], { cwd: root, env });
}

function tell(line) {
  process.stdout.write(`${line}\n`);
}

/** Counts a check without its own count as one test. */
async function check(name, work) {
  const code = await work();
  tell(closingLine(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
  return code;
}

/** Runs a runner that prints its own closing line, and prints one for a runner that crashed before. */
async function count(name, work) {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-test-'));
  const closed = join(folder, 'closed');
  try {
    const code = await work({ RINGSIDE_CLOSED: closed });
    const told = existsSync(closed);
    if (!told) tell(closingLine(name, { passed: 0, failed: 1 }));
    return told ? code : code || 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const compiler = 'typescript/bin/tsc';
const types = ['tsconfig.json', 'renderer/tsconfig.json', 'e2e/tsconfig.json'];

async function typesFail() {
  let worst = 0;
  for (const project of types) worst = (await tool(compiler, ['-p', project])) || worst;
  return worst;
}

const stages = {
  Lint: () => check('lint', () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])),
  // A process of its own: its packages are installed by the bootstrap, after this file is loaded.
  Prose: () =>
    check('prose', () => runToEnd(process.execPath, ['scripts/prose.mjs'], { cwd: root, env: process.env })),
  Types: () => check('types', typesFail),
  'Unit tests': () =>
    count('unit', (variables) =>
      tool('vitest/vitest.mjs', ['run', '--config', 'scripts/config/vitest.config.mts'], variables),
    ),
  'End-to-end tests': () => count('e2e', (variables) => runSuite('e2e', [], variables)),
  // Their proxies, certificates and Secret Service need Linux; the code under test is the same on every platform.
  ...(process.platform === 'linux' && {
    'Visual comparison': () => count('visual', (variables) => runSuite('visual', [], variables)),
    Faults: () => count('faults', (variables) => runFaults([], variables)),
    Security: () => count('security', (variables) => runSecurity([], variables)),
    Updates: () => count('updates', (variables) => runUpdates([], variables)),
  }),
};

await run(async () => {
  // First, with the build: no other stage is useful when it fails.
  await bootstrap();
  let failed = 0;
  for (const [name, stage] of Object.entries(stages)) {
    tell(`\n— ${name}`);
    failed = (await stage()) || failed;
  }
  return failed;
});
