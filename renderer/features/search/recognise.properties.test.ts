import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingLabel, recognise, searchesWhileTyping } from './recognise';

/** Everything a paste brings along at its ends. */
const around = fc
  .array(fc.constantFrom(' ', '\t', '\n', '\r', '\u00a0', '\u2028', '\u3000', '\u200b', '\ufeff'), {
    maxLength: 5,
  })
  .map((spaces) => spaces.join(''));

const typed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('id:1001', 'card: 00AF', 'Bullock, Edgar', 'a@b.de', '<a@b.de>', '1 – 12345', '4.5.1952'),
  fc
    .array(fc.constantFrom('id:', '1', '-', ',', ' ', '@', 'Ann', '04.05.1952', '#'), { maxLength: 8 })
    .map((all) => all.join('')),
);

describe('the recogniser', () => {
  it('reads the same with any spaces at the ends', () => {
    fc.assert(
      fc.property(around, typed, around, (before, text, after) => {
        expect(recognise(`${before}${text}${after}`)).toEqual(recognise(text));
      }),
      { numRuns: 500 },
    );
  });

  it('takes nothing but spaces for nothing', () => {
    fc.assert(
      fc.property(around, (spaces) => {
        expect(recognise(spaces)).toBeUndefined();
      }),
    );
  });

  it('ends with 20,000 characters made to keep a pattern searching', () => {
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

  it('keeps every digit of an id, however it is spaced', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,18}$/, { size: 'max' });
    fc.assert(
      fc.property(digits, fc.nat(18), (id, at) => {
        const spaced = `${id.slice(0, at)} ${id.slice(at)}`;
        expect(recognise(`id:${spaced}`)).toEqual({ kind: 'id', id });
        expect(recognise(spaced)).toEqual({ kind: 'digits', digits: id });
      }),
    );
  });
});
