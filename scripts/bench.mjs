import { resolve } from 'node:path';
import { packageBlank } from './bench/package-blank.mjs';
import { electronInUse } from './bootstrap/electron-in-use.mjs';
import { Stop } from './bootstrap/say.mjs';
import { bootstrap, isMain, run } from './bootstrap.mjs';
import { runTable } from './e2e.mjs';
import { packageApp, packagedPath } from './package.mjs';

const kinds = { official: '', own: ', a build of your own', 'stand-in': ', a stand-in for development' };

/**
 * Parses the arguments of `npm run bench`: a JSON file and rows.
 *
 * @returns {{ json?: string, rows: string[] }}
 */
export function benchOptions(args) {
  const at = args.indexOf('--json');
  const json = at < 0 ? undefined : args[at + 1];
  if (at >= 0 && (!json || json.startsWith('-'))) throw new Stop('--json needs a file.');
  const rows = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const unknown = rows.find((arg) => arg.startsWith('-'));
  if (unknown) throw new Stop(`Unknown: ${unknown}\nUsage: npm run bench [-- ROW…] [--json FILE]`);
  return { ...(json && { json: resolve(json) }), rows };
}

/**
 * Packages Ringside and a blank window, and measures the rows of e2e/bench/table.ts; a complete run writes
 * docs/benchmarks.md.
 */
export async function runBench({ json, rows }) {
  await packageApp('test', { name: 'bench' });
  await packageBlank('bench-blank');
  const { version, kind } = electronInUse();
  const filter = rows.length > 0 ? ['-g', `\\b(${rows.join('|')})\\b`] : ['--write'];
  return runTable('bench', filter, {
    RINGSIDE_BENCH_APP: packagedPath('bench'),
    RINGSIDE_BENCH_BLANK: packagedPath('bench-blank'),
    RINGSIDE_BENCH_ELECTRON: version + kinds[kind],
    ...(json && { RINGSIDE_BENCH_JSON: json }),
  });
}

if (isMain(import.meta.url))
  await run(async () => {
    const options = benchOptions(process.argv.slice(2));
    if (process.platform !== 'linux')
      throw new Stop(
        'The benchmark needs Linux: a home, a keyring and a display of its own, and /proc for what a process takes.',
      );
    await bootstrap();
    return runBench(options);
  });
