import { expect, it } from 'vitest';
import { accentedSpellings, withoutAccents } from './accented-names';

it.each([
  ['garcia', 'García'],
  ['ozturk', 'Öztürk'],
  ['lucja', 'Łucja'],
  ['muller', 'Müller'],
  ['gross', 'Groß'],
  ['oz', 'Öz'],
  ['yilm', 'Yılm'],
])('%s is a beginning of a name that is usually written %s', (typed, written) => {
  expect(accentedSpellings(typed)[0]).toBe(written);
});

it('does not return the typed text or an unknown name', () => {
  expect(accentedSpellings('Müller')).not.toContain('Müller');
  expect(accentedSpellings('bullock')).toEqual([]);
  expect(accentedSpellings('')).toEqual([]);
});

it('removes accents and keeps the case', () => {
  expect(withoutAccents('Łucja Öztürk GROß Þóra')).toBe('Lucja Ozturk GROss Thora');
});
