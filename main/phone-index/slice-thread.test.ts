import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sliceThread } from './slice-thread';

const context = { size: 500, studioId: '7', countries: ['DE'] };
const internal = { ok: false, problem: { kind: 'internal' } };
let appPath: string;

beforeEach(async () => {
  appPath = await mkdtemp(join(tmpdir(), 'ringside-slice-'));
  await mkdir(join(appPath, 'out', 'main'), { recursive: true });
});
afterEach(() => rm(appPath, { recursive: true }));

/** A thread that runs a script in place of `slice-worker.js`. */
async function startWith(script: string) {
  await writeFile(join(appPath, 'out', 'main', 'slice-worker.js'), script);
  return sliceThread(appPath)(new Uint8Array(32));
}

it.each([
  ['throws', "throw new Error('broken')"],
  ['ends', 'process.exit(0)'],
  ['is missing', undefined],
  ['needs too much memory', 'const all = []; for (;;) all.push(new Array(1e6).fill({}).map(String));'],
])('a thread that %s is a problem of the request, now and later', async (_, script) => {
  const reading = await startWith(
    script === undefined
      ? "require('./missing')"
      : `require('node:worker_threads').parentPort.on('message', () => { ${script} });`,
  );
  for (const _attempt of [1, 2]) {
    const reader = reading.read(context);
    reader.take(Buffer.from('{}'));
    expect(await reader.end()).toEqual(internal);
  }
  reading.end();
});

it('a piece that shares its memory with other buffers is copied, and a request that is ended early is a problem', async () => {
  const reading = await startWith(
    "require('node:worker_threads').parentPort.on('message', () => undefined);",
  );
  const reader = reading.read(context);
  const piece = Buffer.from('{}');
  reader.take(piece);
  expect(piece.toString()).toBe('{}');
  const ended = reader.end();
  reading.end();
  expect(await ended).toEqual(internal);
});
