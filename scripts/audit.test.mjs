import { expect, test } from 'vitest';
import { findings } from './audit.mjs';

const ships = new Set(['zod@4.6.7', '@scope/a@1.0.0']);
const report = {
  vulnerabilities: {
    zod: { name: 'zod', severity: 'high', via: [{ title: 'Slow on some text' }] },
    '@scope/a': { name: '@scope/a', severity: 'low', via: ['zod'] },
    glob: { name: 'glob', severity: 'critical', via: [{ title: 'Runs commands' }] },
  },
};

test('an audit lists findings about what ships and no others', () => {
  expect(findings(report, ships)).toEqual(['zod (high): Slow on some text', '@scope/a (low): zod']);
});

test('an audit without an answer is not clean', () => {
  expect(() => findings({ message: '405 Method Not Allowed' }, ships)).toThrow('405');
});
