// Entry point under Wine: runs test files and appends a line of JSON for each test, and for each file at its end.
import { appendFileSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { pathToFileURL } from 'node:url';
import { startTests } from '@vitest/runner';

const { bundles, results, timeLimitMs } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

// Wine 8 does not know the option of a socket that fetch sets, and the connection would fail.
Socket.prototype.setKeepAlive = function setKeepAlive() {
  return this;
};

const config = {
  root: process.cwd(),
  setupFiles: [],
  passWithNoTests: false,
  allowOnly: false,
  sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
  maxConcurrency: 5,
  testTimeout: timeLimitMs,
  hookTimeout: timeLimitMs,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  strictTags: false,
  fakeTimers: {},
  expect: {},
};
// What Vitest's `expect` and `vi` read of the worker that they usually run in.
globalThis.__vitest_worker__ = {
  config,
  filepath: '',
  environment: { name: 'node' },
  ctx: {},
  metaEnv: process.env,
};

const tell = (line) => appendFileSync(results, `${JSON.stringify(line)}\n`);
const errorOf = (task) => {
  const [error] = task.result?.errors ?? [];
  return error && { message: String(error.message), stack: String(error.stack ?? '') };
};

function tellTask(file, task, title) {
  if (task.type !== 'test') {
    const error = errorOf(task);
    if (error) tell({ file, title, state: 'fail', error });
    for (const inner of task.tasks) tellTask(file, inner, [title, inner.name].filter(Boolean).join(' › '));
    return;
  }
  const { mode } = task;
  tell({ file, title, state: task.result?.state ?? mode, error: errorOf(task) });
}

for (const [file, bundle] of Object.entries(bundles)) {
  const started = performance.now();
  const [task] = await startTests([bundle], {
    config,
    importFile: (path) => import(pathToFileURL(path).href),
  });
  tellTask(file, task, '');
  tell({ file, ms: Math.round(performance.now() - started) });
}
// A handle that a test has left open does not keep the run from ending.
process.exit(0);
