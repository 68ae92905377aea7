import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { machineLines, versionOf } from './bench/machine.mjs';
import { packageBlank } from './bench/package-blank.mjs';
import { pageRate, slowProcessors } from './bench/slow-processors.mjs';
import { electronInUse } from './bootstrap/electron-in-use.mjs';
import { Stop, say } from './bootstrap/say.mjs';
import { bootstrap, isMain, run } from './bootstrap.mjs';
import { runTable } from './e2e.mjs';
import { packageApp, packagedPath } from './package.mjs';

const kinds = { official: '', own: ', a build of your own', 'stand-in': ', a stand-in for development' };

const usage = 'Usage: npm run bench [-- ROW…] [--normal | --slow] [--json FILE]';

/**
 * Parses the arguments of `npm run bench`: a JSON file, rows, and how fast the processors are.
 *
 * @returns {{ json?: string, rows: string[], speeds: ('normal' | 'slow')[] }}
 */
export function benchOptions(args) {
  const at = args.indexOf('--json');
  const json = at < 0 ? undefined : args[at + 1];
  if (at >= 0 && (!json || json.startsWith('-'))) throw new Stop('--json needs a file.');
  const others = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const rows = others.filter((arg) => arg !== '--normal' && arg !== '--slow');
  const unknown = rows.find((arg) => arg.startsWith('-'));
  if (unknown) throw new Stop(`Unknown: ${unknown}\n${usage}`);
  const named = ['normal', 'slow'].filter((speed) => others.includes(`--${speed}`));
  return {
    ...(json && { json: resolve(json) }),
    rows,
    speeds: named.length > 0 ? named : ['normal', 'slow'],
  };
}

/**
 * Packages Ringside and a blank window, and measures the rows of e2e/bench/table.ts, first as the machine is and then with its
 * processors slowed to a third; a complete run of both writes docs/benchmarks.md.
 */
export async function runBench({ json, rows, speeds }) {
  const version = versionOf();
  await packageApp('test', { name: 'bench' });
  await packageBlank('bench-blank');
  const electron = electronInUse();
  const folder = await mkdtemp(join(tmpdir(), 'ringside-bench-results-'));
  const about = {
    ...version,
    date: new Date().toISOString(),
    machine: machineLines(electron.version + kinds[electron.kind]),
  };
  const filter = rows.length > 0 ? ['-g', `\\b(${rows.join('|')})\\b`] : [];
  let code = 0;
  try {
    for (const speed of speeds) {
      const isLast = speed === speeds.at(-1);
      const writes = isLast && rows.length === 0 && speeds.length === 2 && code === 0;
      const slow = speed === 'slow' ? await slowed() : undefined;
      const run = {
        speed,
        about: { ...about, ...(slow && { slowdown: slow.slowdown }) },
        folder,
        isLast,
        json,
      };
      try {
        const ended = await runTable('bench', [...filter, ...(writes ? ['--write'] : [])], {
          RINGSIDE_BENCH_APP: packagedPath('bench'),
          RINGSIDE_BENCH_BLANK: packagedPath('bench-blank'),
          RINGSIDE_BENCH_SPEED: speed,
          RINGSIDE_BENCH_PAGE_RATE: String(slow ? pageRate(slow.slowdown) : 1),
          RINGSIDE_BENCH_RUN: JSON.stringify(run),
        });
        code ||= ended;
      } finally {
        await slow?.end();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return code;
}

async function slowed() {
  const slow = await slowProcessors();
  const { by, oneThread, allCores } = slow.slowdown;
  say(`The processors are slowed (${by}): a thread ${oneThread} times, one on each core ${allCores} times`);
  return slow;
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
