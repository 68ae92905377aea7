import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { benchOptions } from './bench.mjs';

test('measures everything at both speeds without arguments', () => {
  expect(benchOptions([])).toEqual({ rows: [], speeds: ['normal', 'slow'] });
});

test('accepts rows, a speed and a JSON file in any order', () => {
  const wanted = { json: resolve('figures.json'), rows: ['start', 'search'], speeds: ['slow'] };
  expect(benchOptions(['start', '--json', 'figures.json', 'search', '--slow'])).toEqual(wanted);
  expect(benchOptions(['--normal', 'start'])).toEqual({ rows: ['start'], speeds: ['normal'] });
});

test('refuses unknown arguments before anything is built', () => {
  expect(() => benchOptions(['--jsn', 'x'])).toThrow('Unknown: --jsn');
  expect(() => benchOptions(['--json'])).toThrow('--json needs a file.');
  expect(() => benchOptions(['--json', '--rows'])).toThrow('--json needs a file.');
});
