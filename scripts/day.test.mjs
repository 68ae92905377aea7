import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dayOptions } from './day.mjs';

test('a day has 2,000 lookups unless a number is given', () => {
  expect(dayOptions([]).lookups).toBe(2_000);
  const wanted = { lookups: 60, json: resolve('day.json') };
  expect(dayOptions(['--json', 'day.json', '--lookups', '60'])).toEqual(wanted);
});

test('refuses what it does not know before anything starts', () => {
  for (const args of [['--lookup', '60'], ['60'], ['--lookups'], ['--lookups', '7'], ['--lookups', '0']])
    expect(() => dayOptions(args)).toThrow('Usage');
});
