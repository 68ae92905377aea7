import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Problem, RequestFacts } from '../../preload/contract/problem';
import { toRecord } from './call-record';
import { Log } from './log';
import { RecentCalls } from './recent-calls';

const request: RequestFacts = {
  id: '9b1d7c52-5e1f-4f0a-8b57-0f4d8f3f2c11',
  method: 'GET',
  endpoint: '/v1/customers/{customerId}',
  path: '/v1/customers/1001',
  startedAt: '2026-11-23T14:00:00.000Z',
  durationMs: 84,
  attempts: 1,
};
const traceId = '0123456789abcdef0123456789abcdef';
const failed: Problem = {
  kind: 'serverError',
  detail: 'CANARY',
  response: {
    status: 500,
    statusText: 'x',
    errorMessage: 'CANARY',
    errorCode: 'CANARY',
    reference: 'CANARY',
    traceId,
  },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('writes a call as its allow-listed fields, one line each, readable for its owner only', async () => {
  const log = new Log(folder);
  log.event({ event: 'quit' });
  log.call(toRecord({ ...request, path: '/CANARY' }, failed));
  const file = join(folder, 'ringside.log');
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  const { path: _, ...kept } = request;
  expect(JSON.parse(lines[1] ?? '')).toEqual({
    event: 'call',
    ...kept,
    status: 500,
    traceId,
    problem: 'serverError',
  });
  expect(lines.join()).not.toContain('CANARY');
  // Windows has no such bits; there the profile of the user is closed to others.
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
});

it('keeps five files of at most 1 MiB, with the newest lines in the first', async () => {
  const log = new Log(folder);
  for (let count = 0; count < 30_000; count += 1)
    log.call(toRecord({ ...request, durationMs: count }, undefined));
  const files = (await readdir(folder)).sort();
  expect(files).toEqual([
    'ringside.1.log',
    'ringside.2.log',
    'ringside.3.log',
    'ringside.4.log',
    'ringside.log',
  ]);
  for (const file of files) expect((await stat(join(folder, file))).size).toBeLessThanOrEqual(1024 * 1024);
  expect(await readFile(join(folder, 'ringside.log'), 'utf8')).toContain('"durationMs":29999');
});

it.each([
  ['32 hexadecimal digits', traceId, true],
  ['16 hexadecimal digits', '00000000deadbeef', true],
  ['a decimal number', '11234567890123456789', true],
  ['a name', 'Bullock', false],
  ['a card number', '4111111111111111', false],
  ['a key', 'canary-9b1d7c52-key', false],
  ['an e-mail address', 'e.bullock@example.com', false],
  ['two ids', `${traceId}\n${traceId}`, false],
])('a trace ID that is %s is kept: %s', (_, value, kept) => {
  const problem: Problem = { kind: 'serverError', response: { status: 500, statusText: '', traceId: value } };
  expect(toRecord(request, problem).traceId).toBe(kept ? value : undefined);
});

it('recent calls keep the last 50 and report each', () => {
  const told: number[] = [];
  const journal = new RecentCalls(({ durationMs }) => told.push(durationMs));
  for (let count = 0; count < 60; count += 1)
    journal.add(toRecord({ ...request, durationMs: count }, undefined));
  expect(told.length).toBe(60);
  expect(journal.recent().map(({ durationMs }) => durationMs)).toEqual(
    Array.from({ length: 50 }, (_, i) => i + 10),
  );
});
