import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules, root, workshop } from './bootstrap/paths.mjs';
import { add, say } from './bootstrap/say.mjs';
import { installPackagesInTurn } from './bootstrap/system-packages.mjs';
import { isMain } from './bootstrap.mjs';
import { runAlone } from './machine.mjs';
import { printClosingLine, proves } from './reporters/closing-line.mjs';
import { runToEnd } from './run-to-end.mjs';
import { compileKeytar, compileTools, nodeProgram } from './windows/compile.mjs';
import { debianPackages } from './windows/pinned-packages.mjs';
import { readResults } from './windows/results.mjs';
import { filesOf, testFiles } from './windows/test-files.mjs';
import { windowsIn } from './wine.mjs';

/** Folder of everything that is made for the tests; deleted with node_modules. */
const folder = join(workshop, 'windows');

/** Time limit of a test, and of the whole run, in milliseconds. No test depends on a fast machine. */
const testLimitMs = 120_000;
const runLimitMs = 15 * 60_000;

/** @type {import('./machine.mjs').Skip} */
export function skipWindows({ platform, arch, isDebian, isRoot, isCi, has }) {
  if (platform === 'win32')
    // SECURITY: the tests write and delete the policy of this machine and its user, which a developer may need.
    return isCi ? undefined : 'changes the policy in the registry, so it runs on Windows in CI only';
  if (platform !== 'linux' || arch !== 'x64') return 'needs Windows, or Wine on Linux x64';
  if (!isDebian) return 'needs Wine 8 or later and MinGW-w64, from packages of Debian';
  if (isRoot || has(debianPackages)) return undefined;
  return `needs packages; install them with: sudo apt-get install ${debianPackages.join(' ')}`;
}

/**
 * Runs the Windows tests (`main/**\/*.windows.test.ts`) and the unit tests of what depends on the platform: under Wine on
 * Linux, by themselves on Windows. Other arguments keep the test files whose path contains one of them; `--all` takes every
 * unit test of main.
 *
 * @param {string[]} args
 */
export async function runWindows(args, variables = {}) {
  Object.assign(process.env, variables);
  const words = args.filter((word) => word !== '--all');
  if (process.platform === 'win32') return runHere(words);
  await installPackagesInTurn(debianPackages);
  return runUnderWine({ all: args.includes('--all'), words });
}

/** Runs the Windows tests with Vitest; the unit tests run in their own stage. */
async function runHere(words) {
  const tools = join(folder, 'tools');
  // Without a compiler, the tests that need these programs are skipped.
  await compileTools(tools, 'g++').catch(() =>
    say('No g++: tests with open files and command lines are skipped'),
  );
  const vitest = join(modules, 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--config', 'scripts/config/vitest.config.mts', ...words];
  const env = { ...process.env, RINGSIDE_SUITE: 'windows', RINGSIDE_WINDOWS_TOOLS: tools };
  return runToEnd(process.execPath, args, { cwd: root, env });
}

async function runUnderWine(choice) {
  mkdirSync(folder, { recursive: true });
  const [results, plan] = ['results.jsonl', 'plan.json'].map((name) => join(folder, name));
  const windows = windowsIn(folder);
  const files = testFiles(filesOf(root, 'main'), choice);
  const tools = join(folder, 'tools');
  const node = await nodeProgram(folder);
  await compileKeytar(folder);
  await compileTools(tools);
  windows.boot();
  // Loaded here: on other machines it may not be installed.
  const { bundle } = await import('./windows/bundle.mjs');
  const { runner, bundles } = await bundle(files, join(folder, 'tests'));
  const inWindows = Object.fromEntries(
    Object.entries(bundles).map(([file, path]) => [file, windows.path(path)]),
  );
  rmSync(results, { force: true });
  writeFileSync(
    plan,
    JSON.stringify({ bundles: inWindows, results: windows.path(results), timeLimitMs: testLimitMs }),
  );
  const nodeArgs = ['--enable-source-maps', windows.path(runner), windows.path(plan)];
  const { code, said } = windows.run([node, ...nodeArgs], {
    variables: { RINGSIDE_WINDOWS_TOOLS: windows.path(tools) },
    timeLimitMs: runLimitMs,
  });
  const told = existsSync(results) ? readFileSync(results, 'utf8') : '';
  const { count, failures, ended } = readResults(told, files);
  for (const { file, ms } of ended) add(`${file} ${ms} ms`);
  if (code !== 0) process.stdout.write(`${said.slice(-5_000)}\nNode under Wine ended with ${code}\n`);
  for (const { title, place, reason } of failures)
    process.stdout.write(`\n✗ ${place} ${title}\n  ${reason ?? ''}\n`);
  printClosingLine('windows', count, failures);
  return code === 0 && count.failed === 0 && proves(count) ? 0 : 1;
}

if (isMain(import.meta.url)) await runAlone(skipWindows, runWindows);
