import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { benchOptions } from './bench.mjs';

test('without a word it measures everything', () => {
  expect(benchOptions([])).toEqual({ rows: [] });
});

test('rows and a file for machines go together in any order', () => {
  const wanted = { json: resolve('figures.json'), rows: ['start', 'search'] };
  expect(benchOptions(['start', '--json', 'figures.json', 'search'])).toEqual(wanted);
});

test('what it does not know it says, before anything is built', () => {
  expect(() => benchOptions(['--jsn', 'x'])).toThrow('Unknown: --jsn');
  expect(() => benchOptions(['--json'])).toThrow('--json needs a file.');
  expect(() => benchOptions(['--json', '--rows'])).toThrow('--json needs a file.');
});
