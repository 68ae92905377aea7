import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modules, root } from './bootstrap/paths.mjs';
import { Stop } from './bootstrap/say.mjs';
import { bootstrap, run } from './bootstrap.mjs';
import { runSuite } from './e2e.mjs';
import { runFaults } from './faults.mjs';
import { closingLine } from './reporters/closing-line.mjs';
import { summary } from './reporters/summary.mjs';
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
  const failures = code === 0 ? [] : [{ title: 'its output is above' }];
  const count = { passed: code === 0 ? 1 : 0, failed: failures.length };
  tell(closingLine(name, count));
  return { code, ...count, failures };
}

/** Runs a runner that prints its own closing line, and prints one for a runner that crashed before. */
async function count(name, work) {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-test-'));
  const closed = join(folder, 'closed.json');
  try {
    const code = await work({ RINGSIDE_CLOSED: closed }).catch(tellStop);
    const found = existsSync(closed) ? JSON.parse(await readFile(closed, 'utf8')) : { passed: 0, failed: 0 };
    if (found.passed + found.failed > 0 && (code === 0 || found.failed > 0)) return { code, ...found };
    const title = `ended with ${code} and no failed test; its output is above`;
    const crashed = { ...found, failed: 1, failures: [{ title }] };
    tell(closingLine(name, crashed));
    return { code: code || 1, ...crashed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The run goes on after a package that could not be built. */
function tellStop(error) {
  if (!(error instanceof Stop)) throw error;
  tell(error.message);
  return 1;
}

const compiler = 'typescript/bin/tsc';
const types = ['tsconfig.json', 'renderer/tsconfig.json', 'e2e/tsconfig.json'];

async function typesFail() {
  let worst = 0;
  for (const project of types) worst = (await tool(compiler, ['-p', project])) || worst;
  return worst;
}

const suite = (heading, work) => ({
  heading,
  work: (name) => count(name, (variables) => work(name, variables)),
});

/** By the name of the closing line. */
const stages = {
  lint: {
    heading: 'Lint',
    work: (name) =>
      check(name, () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])),
  },
  prose: {
    heading: 'Prose',
    // A process of its own: its packages are installed by the bootstrap, after this file is loaded.
    work: (name) =>
      check(name, () => runToEnd(process.execPath, ['scripts/prose.mjs'], { cwd: root, env: process.env })),
  },
  types: { heading: 'Types', work: (name) => check(name, typesFail) },
  unit: suite('Unit tests', (_, variables) =>
    tool('vitest/vitest.mjs', ['run', '--config', 'scripts/config/vitest.config.mts'], variables)),
  e2e: suite('End-to-end tests', (name, variables) => runSuite(name, [], variables)),
  // Their proxies, certificates and Secret Service need Linux; the code under test is the same on every platform.
  ...(process.platform === 'linux' && {
    visual: suite('Visual comparison', (name, variables) => runSuite(name, [], variables)),
    faults: suite('Faults', (_, variables) => runFaults([], variables)),
    security: suite('Security', (_, variables) => runSecurity([], variables)),
    updates: suite('Updates', (_, variables) => runUpdates([], variables)),
  }),
};

await run(async () => {
  // First, with the build: no other stage is useful when it fails.
  await bootstrap();
  const started = performance.now();
  const results = [];
  for (const [name, { heading, work }] of Object.entries(stages)) {
    tell(`\n— ${heading}`);
    const begun = performance.now();
    const result = await work(name);
    results.push({ name, ...result, ms: performance.now() - begun });
  }
  tell(`\n${summary(results, performance.now() - started)}`);
  return results.reduce((worst, { code }) => code || worst, 0);
});
