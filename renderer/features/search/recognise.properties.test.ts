import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../preload/contract/domain';
import { readingLabel, readings, recognise, searchesWhileTyping } from './recognise';

/** Characters that a pasted text may have at its ends. */
const around = fc
  .array(fc.constantFrom(' ', '\t', '\n', '\r', '\u00a0', '\u2028', '\u3000', '\u200b', '\ufeff'), {
    maxLength: 5,
  })
  .map((spaces) => spaces.join(''));

const typed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('id:1001', 'card: 00AF', 'Bullock, Edgar', 'a@b.de', '<a@b.de>', '1 – 12345', '4.5.1952'),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'id:',
          '1',
          '-',
          ',',
          ' ',
          '@',
          'Ann',
          '04.05.1952',
          '#',
          "'",
          '_',
          '„',
          '“',
          '.',
          ';',
        ),
        fc.constantFrom('Herr ', 'born ', 'geb. ', 'Kunde: ', 'Kundennr. ', 'PIN ', '1-12345', ' 04051952'),
        fc.constantFrom(
          '+49 ',
          '(0)',
          '0170',
          '/',
          ' 1234567',
          'Tel. ',
          ';ext=5',
          'M-2076',
          '04:A2:24:B2',
          '0x',
        ),
        fc.constantFrom('bul1ock', 'IBAN ', 'DE89 3704 0044 0532 0130 00', ';770000001001?', ' (74)'),
        fc.constantFrom('00AF12', '4 5 1952', ' 4. Mai 52', 'a@b.de', '31.02.1952', '1900'),
      ),
      { maxLength: 8 },
    )
    .map((all) => all.join('')),
);

/** A birth date of a living person, far enough from the limits that the century of its year is clear. */
const birthday = fc.date({
  min: new Date('1930-01-01T00:00:00Z'),
  max: new Date('2020-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const today = new Date('2026-11-23T12:00:00');

/** Every format of a day that must be recognised, except those in which day and month could be exchanged. */
function spellings(time: Date): string[] {
  const iso = time.toISOString().slice(0, 10);
  const [year = '', month = '', date = ''] = iso.split('-');
  const [m, d] = [Number(month), Number(date)];
  const years = [year, year.slice(2)];
  const inLetters = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl'].flatMap((language) =>
    (['long', 'short'] as const).map((style) => {
      const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
      return format.formatToParts(time).find(({ type }) => type === 'month')?.value ?? '';
    }),
  );
  return [
    ...['-', '/', '.'].map((joint) => [year, month, date].join(joint)),
    ...years.flatMap((y) => [
      ...['.', '. ', '/', '-', ' '].flatMap((joint) => [[d, m, y].join(joint), [date, month, y].join(joint)]),
      ...inLetters.flatMap((name) => [
        ...[`${d} ${name} ${y}`, `${d}. ${name} ${y}`, `${d}-${name}-${y}`, `${name} ${d}, ${y}`],
        ...[`${d} ${name.toUpperCase()} ${y}`, `${name} ${d}th ${y}`, `${d}th ${name}, ${y}`],
        ...[
          `${d} ${name.normalize('NFD').replace(/\p{M}/gu, '')} ${y}`,
          `${d} ${name.replace('.', '')} ${y}`,
        ],
      ]),
    ]),
  ];
}

/** Whether a reading is one that main refuses or that the API cannot answer. */
function isValid(reading: Reading): boolean {
  const isDay = (date: string | undefined) =>
    date === undefined ||
    (/^\d{4}-\d\d-\d\d$/.test(date) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date));
  switch (reading.kind) {
    case 'id':
      return /^\d{1,19}$/.test(reading.id);
    case 'digits':
      return /^\d{1,64}$/.test(reading.digits);
    case 'by':
      return reading.value.trim() !== '';
    case 'email':
      return /^[^\s@]+@[^\s@]+$/.test(reading.email);
    case 'phone':
      return /^\+? ?\d[\d ./-]{0,58}$/.test(reading.number);
    case 'dateOfBirth':
      return isDay(reading.date);
    case 'lastFirst':
      return reading.lastName.trim() !== '' && reading.firstName.trim() !== '' && isDay(reading.date);
    case 'name':
      return (
        reading.words.length >= 1 &&
        reading.words.length <= 12 &&
        reading.words.every((word) => word !== '' && !/\s/.test(word)) &&
        isDay(reading.date)
      );
  }
}

describe('the recogniser', () => {
  it('reads every day in every format, alone and beside a name', () => {
    fc.assert(
      fc.property(birthday, (time) => {
        const date = time.toISOString().slice(0, 10);
        for (const text of spellings(time)) {
          expect([text, recognise(text, undefined, today)]).toEqual([text, { kind: 'dateOfBirth', date }]);
          const beside = recognise(`Bullock ${text}`, undefined, today);
          expect([text, beside]).toEqual([text, { kind: 'name', words: ['Bullock'], date }]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('returns the likeliest reading first, none twice, and only valid ones', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(undefined, 'DECIMAL', 'HEX_MSB', 'HEX_LSB'), (text, format) => {
        const all = readings(text, format, today);
        expect(all[0]).toEqual(recognise(text, format, today));
        expect(new Set(all.map((reading) => JSON.stringify(Object.entries(reading).sort()))).size).toBe(
          all.length,
        );
        expect(all.filter((reading) => !isValid(reading))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('ignores spaces at the ends', () => {
    fc.assert(
      fc.property(around, typed, around, (before, text, after) => {
        expect(recognise(`${before}${text}${after}`)).toEqual(recognise(text));
      }),
      { numRuns: 500 },
    );
  });

  it('ignores a text of spaces only', () => {
    fc.assert(
      fc.property(around, (spaces) => {
        expect(recognise(spaces)).toBeUndefined();
      }),
    );
  });

  it('ends for 20,000 characters that are made to slow a pattern down', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        '1',
        '1-',
        '1 ',
        ' ',
        '\t\n',
        '-',
        '@',
        'a@',
        'a@b ',
        ',',
        ', ',
        'id:',
        ':',
        '\u200b ',
        '04.05.',
      ),
      fc.constantFrom(
        "'",
        "'.",
        '_',
        '.',
        '*',
        '\u0301',
        '\u0327\u0301',
        '9 ',
        'born ',
        'Name: ',
        '4 5 1952 ',
      ),
      fc.constantFrom('mailto:', '<', '#', 'a', 'ß', '\ud83d', '\0', '–', '0000-', 'abcdef12-'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 3 }), unit, fc.string({ maxLength: 3 }), (head, repeated, tail) => {
        const text = `${head}${repeated.repeat(Math.ceil(20_000 / repeated.length))}${tail}`;
        const reading = recognise(text);
        if (!reading) return;
        expect(readingLabel(reading)).toBeTypeOf('string');
        expect(searchesWhileTyping(reading)).toBeTypeOf('boolean');
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every digit of an ID, whatever its spacing', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,18}$/, { size: 'max' });
    fc.assert(
      fc.property(digits, fc.nat(18), (id, at) => {
        const spaced = `${id.slice(0, at)} ${id.slice(at)}`;
        expect(recognise(`id:${spaced}`)).toEqual({ kind: 'id', id });
        // One digit, a pause and at least four digits are the two parts of a customer number.
        if (!/^\d \d{4,8}$/.test(spaced.trim()))
          expect(recognise(spaced)).toMatchObject({ kind: 'digits', digits: id });
      }),
    );
  });
});
