import { expect, it } from 'vitest';
import { accentedTwins, withoutAccents } from './known-spellings';

it.each([
  ['garcia', 'García'],
  ['ozturk', 'Öztürk'],
  ['lucja', 'Łucja'],
  ['muller', 'Müller'],
  ['gross', 'Groß'],
  ['oz', 'Öz'],
  ['yilm', 'Yılm'],
])('%s is a beginning of a name that is usually written %s', (typed, written) => {
  expect(accentedTwins(typed)[0]).toBe(written);
});

it('does not return the typed text or an unknown name', () => {
  expect(accentedTwins('Müller')).not.toContain('Müller');
  expect(accentedTwins('bullock')).toEqual([]);
  expect(accentedTwins('')).toEqual([]);
});

it('removes accents and keeps the case', () => {
  expect(withoutAccents('Łucja Öztürk GROß Þóra')).toBe('Lucja Ozturk GROss Thora');
});
