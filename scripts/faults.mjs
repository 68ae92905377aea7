import { bootstrap, isMain, run } from './bootstrap.mjs';
import { runTable } from './e2e.mjs';

/** Provokes every fault of e2e/faults/table.ts in the real app; `--write` updates docs/faults.md. */
export function runFaults(args, variables = {}) {
  return runTable('faults', args, variables);
}

if (isMain(import.meta.url))
  await run(async () => {
    await bootstrap();
    return runFaults(process.argv.slice(2));
  });
