import { bootstrap, isMain, run } from './bootstrap.mjs';
import { runE2e } from './e2e.mjs';

/**
 * Provokes every fault of e2e/faults/table.ts in the real app. `--write` renews docs/faults.md; all else goes to
 * Playwright. A run of a part neither writes nor compares that file, and misses no row.
 */
export function runFaults(args, variables = {}) {
  const filters = args.filter((arg) => arg !== '--write');
  const whole = filters.every((arg) => arg.startsWith('--workers='));
  const mode = whole ? (args.includes('--write') ? 'write' : 'compare') : 'part';
  return runE2e(['--config=playwright.faults.config.ts', ...filters], {
    ...variables,
    RINGSIDE_FAULTS: mode,
  });
}

if (isMain(import.meta.url))
  await run(async () => {
    await bootstrap();
    return runFaults(process.argv.slice(2));
  });
