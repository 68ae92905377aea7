import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { machineLines, versionOf } from './bench/machine.mjs';
import { electronInUse } from './bootstrap/electron-in-use.mjs';
import { root } from './bootstrap/paths.mjs';
import { Stop } from './bootstrap/say.mjs';
import { bootstrap, isMain, run } from './bootstrap.mjs';
import { runSuite } from './e2e.mjs';

/**
 * Parses the arguments of `npm run test:day`: the number of lookups, 2,000 by default, and where the JSON file goes.
 *
 * @returns {{ lookups: number, json: string }}
 */
export function dayOptions(args) {
  const usage = 'Usage: npm run test:day [-- --lookups NUMBER] [--json FILE]';
  let values;
  try {
    ({ values } = parseArgs({ args, options: { lookups: { type: 'string' }, json: { type: 'string' } } }));
  } catch (error) {
    throw new Stop(`${error.message}\n${usage}`);
  }
  const { lookups = '2000', json = resolve(root, 'test-results', 'day.json') } = values;
  if (!/^[1-9]\d*0$/.test(lookups)) throw new Stop(`--lookups needs a multiple of ten.\n${usage}`);
  return { lookups: Number(lookups), json: resolve(json) };
}

/** Spends a day at a desk, in a time-lapse, and checks that nothing grows and nothing of a caller is left. */
export function runDay({ lookups, json }, variables = {}) {
  const { version } = electronInUse();
  return runSuite('day', [], {
    ...variables,
    RINGSIDE_DAY_LOOKUPS: String(lookups),
    RINGSIDE_DAY_RUN: JSON.stringify({ json, about: { ...versionOf(), machine: machineLines(version) } }),
  });
}

if (isMain(import.meta.url))
  await run(async () => {
    const options = dayOptions(process.argv.slice(2));
    if (process.platform !== 'linux')
      throw new Stop(
        'A day needs Linux: a keyring and a display of its own, and /proc for what a process takes.',
      );
    await bootstrap();
    return runDay(options);
  });
