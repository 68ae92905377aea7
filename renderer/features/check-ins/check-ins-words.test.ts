import { describe, expect, it } from 'vitest';
import { type Language, languageFor } from '../../messages/language';
import { noRight } from '../../missing-rights';
import { checkInsAnnouncement, checkInsWords } from './check-ins-words';
import type { CheckIns } from './load-check-ins';

const english = languageFor('en', 'en-GB');
const german = languageFor('de', 'de-DE');
const known: CheckIns = {
  count: 7,
  isCountComplete: true,
  last: { id: '1', dateTime: '2026-11-24T18:30:00+05:00', studioName: 'Augsburg' },
  isLastCertain: true,
};

/** Labels and values, or the sentence. */
function rows(value: CheckIns, language: Language) {
  const words = checkInsWords(value, language);
  return typeof words === 'string' ? words : words.map(([label, text]) => [label, text]);
}

describe('the words about check-ins', () => {
  it('are the last one, at the time of its studio, and the number in 30 days', () => {
    expect(rows(known, english)).toEqual([
      ['Last', '24 Nov 2026, 18:30, Augsburg'],
      ['Last 30 days', '7'],
    ]);
    expect(checkInsAnnouncement(known, german)).toBe(
      'Check-ins: Zuletzt: 24. Nov. 2026, 18:30, Augsburg. Letzte 30 Tage: 7',
    );
  });

  it('claim no more than was loaded', () => {
    expect(rows({ ...known, count: 500, isCountComplete: false, isLastCertain: false }, english)).toEqual([
      ['Latest known', '24 Nov 2026, 18:30, Augsburg'],
      ['Last 30 days', 'at least 500'],
    ]);
    const unloaded = { count: 0, isCountComplete: false, last: undefined, isLastCertain: false };
    expect(rows(unloaded, english)).toEqual([
      ['Latest known', 'Not supplied'],
      ['Last 30 days', 'at least 0'],
    ]);
  });

  it('say that there was none in the month, or in the year', () => {
    expect(rows({ ...known, count: 0 }, english)).toContainEqual(['Last 30 days', 'None']);
    expect(rows({ ...known, count: 0, last: undefined }, english)).toBe('No check-in in the last 365 days');
  });

  it.each([
    [{ id: '1', dateTime: 'yesterday evening', studioName: 'Ulm' }, 'yesterday evening, Ulm'],
    [{ id: '1', studioName: 'Ulm' }, 'Not supplied, Ulm'],
    [{ id: '1' }, 'Not supplied'],
  ])('of %j are what was sent', (last, text) => {
    expect(rows({ ...known, last }, english)).toContainEqual(['Last', text]);
  });

  it('say that the key has no right', () => {
    expect(checkInsWords(noRight, german)).toBe('Der Schlüssel dieses Studios darf keine Check-ins lesen.');
  });
});
