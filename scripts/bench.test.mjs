import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { benchOptions } from './bench.mjs';

test('measures everything without arguments', () => {
  expect(benchOptions([])).toEqual({ rows: [] });
});

test('accepts rows and a JSON file in any order', () => {
  const wanted = { json: resolve('figures.json'), rows: ['start', 'search'] };
  expect(benchOptions(['start', '--json', 'figures.json', 'search'])).toEqual(wanted);
});

test('refuses unknown arguments before anything is built', () => {
  expect(() => benchOptions(['--jsn', 'x'])).toThrow('Unknown: --jsn');
  expect(() => benchOptions(['--json'])).toThrow('--json needs a file.');
  expect(() => benchOptions(['--json', '--rows'])).toThrow('--json needs a file.');
});
