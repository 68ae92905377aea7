import { expect, it } from 'vitest';
import { inputSchemas } from './schemas';

it.each([
  ['3 rows', true],
  ['Straße und Hausnummer', true],
  ['two\nlines', false],
  ['line\u2028separator', false],
  ['paragraph\u2029separator', false],
  ['turned \u202earound', false],
  ['zero\u200bwidth', false],
  ['x'.repeat(61), false],
])('%j may name an item of the context menu: %s', (what, expected) => {
  expect(inputSchemas['menu:opened'].safeParse({ what }).success).toBe(expected);
});
