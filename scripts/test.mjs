import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { bootstrap, run } from './bootstrap.mjs';
import { thisMachine } from './machine.mjs';
import { placesIn } from './reporters/failure.mjs';
import { summary } from './reporters/summary.mjs';
import { runToEnd } from './run-to-end.mjs';
import { OrderedOutput } from './test/ordered-output.mjs';
import { SharedCores } from './test/shared-cores.mjs';
import { stages } from './test/stages.mjs';

/** Cores that stages share: more windows than two suites have make a machine of many cores hardly faster. */
const cores = Math.min(4, availableParallelism());

const notRun = { code: 1, passed: 0, failed: 1, failures: [{ title: 'not run' }], ms: 0 };
const crashed = { passed: 0, failed: 1, failures: [{ title: 'crashed; its output is above' }] };

const skipped = { code: 0, passed: 0, failed: 0, skipped: 1, failures: [], ms: 0 };

/** Runs a stage in a process of its own, because its output waits for its turn. */
async function runStage(name, folder, write) {
  const begun = performance.now();
  const file = join(folder, `${name}.json`);
  let output = '';
  const code = await runToEnd(process.execPath, ['scripts/test/run-stage.mjs', name, file], {
    cwd: root,
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
    onOutput(text) {
      output += text;
      write(text);
    },
  });
  const found = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : crashed;
  // A check has no tests to name; its lines with a place say what failed.
  const places = stages[name].isCheck && code !== 0 ? placesIn(output) : [];
  const failures = places.length > 0 ? places.map((title) => ({ title })) : found.failures;
  return { name, code, ...found, failures, ms: performance.now() - begun };
}

await run(async () => {
  // First, with the build: no other stage is useful when it fails.
  await bootstrap();
  const started = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'ringside-test-'));
  const output = new OrderedOutput((text) => process.stdout.write(text));
  const shared = new SharedCores(cores);
  let isInterrupted = false;
  // The stages that run end by the same signal; no other one starts.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      isInterrupted = true;
    });
  try {
    const results = await Promise.all(
      Object.entries(stages).map(([name, stage]) => {
        const { write, end } = output.add();
        write(`\n— ${stage.heading}\n`);
        const reason = stage.skip?.(thisMachine);
        if (reason !== undefined) {
          write(`Skipped: ${reason}.\n`);
          end();
          return { name, ...skipped };
        }
        return shared
          .run(stage.cores ?? 1, async () =>
            isInterrupted ? { name, ...notRun } : runStage(name, folder, write),
          )
          .finally(end);
      }),
    );
    process.stdout.write(`\n${summary(results, performance.now() - started)}\n`);
    return results.reduce((worst, { code }) => code || worst, 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
