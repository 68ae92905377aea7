import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StartGuard } from './start-guard';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (version = '1.1.0') => new StartGuard(join(folder, 'deep', 'starts.json'), version);

it('a version that failed to start twice is broken and stays so', () => {
  expect([start().began(), start().began(), start().began(), start().began()]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

it('a version that started is not broken', () => {
  start().began();
  const second = start();
  second.began();
  second.settled();
  expect(start().began()).toBe(false);
});

it('a replaced version stays replaced for earlier ones', () => {
  start('1.1.0').began();
  start('1.1.0').leaves();
  for (let count = 0; count < 3; count += 1) {
    const back = start('1.0.0');
    expect([back.began(), back.left()]).toEqual([false, '1.1.0']);
    back.settled();
  }
  expect(start('1.1.0').left()).toBeUndefined();
  expect(start('1.2.0').left()).toBeUndefined();
});

it('another version starts with no failures', () => {
  start('1.1.0').began();
  start('1.1.0').began();
  expect(start('1.0.0').began()).toBe(false);
});

it('a damaged file and a disk error do not prevent a start', () => {
  start().began();
  writeFileSync(join(folder, 'deep', 'starts.json'), '{');
  expect(start().began()).toBe(false);
  const nowhere = new StartGuard(join(folder, 'deep', 'starts.json', 'x'), '1.1.0');
  expect([nowhere.began(), nowhere.began(), nowhere.began()]).toEqual([false, false, false]);
});
