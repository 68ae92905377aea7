import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from './redact';

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüßéèñçłøæśžABCDEFGÄÖÜŁØΑΒΣάβσςИжя');
const name = (minLength: number, maxLength: number) => fc.string({ unit: letter, minLength, maxLength });

/** The replacement must not count as a name that was left. */
const placeholder = '[removed]';
const isOwnWord = (word: string) => placeholder.includes(word.toLowerCase());

/** Spellings of a name. */
const spellings = [
  (word: string) => word,
  (word: string) => word.toUpperCase(),
  (word: string) => word.toLowerCase(),
  (word: string) => word.normalize('NFD'),
  (word: string) => word.replace(/[äöü]/g, (umlaut) => `${umlaut.normalize('NFD')[0]}e`),
  (word: string) => word.replace(/[äöü]/g, (umlaut) => umlaut.normalize('NFD')[0] ?? ''),
  (word: string) => word.replaceAll('ß', 'ss'),
] as const;
const spelling = fc.constantFrom(...spellings);

const anything = fc.string({ unit: 'binary', maxLength: 30 });
/** Ends of words: a name of three letters is removed only as a whole word, because "Ann" is part of "Annotation". */
const edge = fc.constantFrom(' ', '\n', ',', '.', '"', '(', '/', '_', '=', '|', '-');

describe('redaction', () => {
  it('removes every known name of four letters, in any text and any spelling', () => {
    fc.assert(
      fc.property(
        fc.array(name(4, 12), { minLength: 1, maxLength: 4 }),
        spelling,
        spelling,
        anything,
        anything,
        (known, onScreen, written, before, after) => {
          const words = known.map(written).filter((word) => !isOwnWord(word));
          const text = words.map((word) => `${before}${word}${after}`).join(' ');
          const clean = redact(text, known.map(onScreen));
          for (const word of words) expect(clean.toLowerCase()).not.toContain(word.toLowerCase());
        },
      ),
      { numRuns: 500 },
    );
  });

  it('removes every known name of three letters where it is a word', () => {
    fc.assert(
      fc.property(
        name(3, 3),
        spelling,
        edge,
        edge,
        anything,
        anything,
        (known, written, left, right, a, z) => {
          const word = written(known);
          fc.pre(!isOwnWord(word));
          const clean = redact(`${a}${left}${word}${right}${z}`, [known]);
          expect(clean.toLowerCase()).not.toContain(`${left}${word}${right}`.toLowerCase());
        },
      ),
      { numRuns: 300 },
    );
  });

  it('removes each word of a value', () => {
    const value = fc.array(name(4, 8), { minLength: 2, maxLength: 3 });
    const joint = fc.constantFrom(' ', '-', ', ', "'", '’', '·');
    fc.assert(
      fc.property(value, joint, anything, (words, between, noise) => {
        const clean = redact(words.map((word) => `${noise}${word}`).join(' '), [words.join(between)]);
        for (const word of words.filter((each) => !isOwnWord(each))) expect(clean).not.toContain(word);
      }),
    );
  });

  it('never throws', () => {
    const odd = fc.oneof(
      anything,
      fc.string({ unit: fc.constantFrom('(', '[', '\\', '*', '\ud83d', 'ß', '1', '\0') }),
    );
    fc.assert(
      fc.property(odd, fc.array(odd), (text, known) => {
        expect(redact(text, known)).toBeTypeOf('string');
      }),
      { numRuns: 300 },
    );
  });

  it('ends for 20,000 characters that are made to slow a pattern down', () => {
    const unit = fc.constantFrom(
      '1',
      '1-',
      '1 ',
      '+1(',
      'a',
      'a@',
      '@',
      'DE12 ',
      'AB12',
      ' ',
      '[removed]',
      '-',
      'ß',
    );
    fc.assert(
      fc.property(unit, fc.string({ maxLength: 3 }), fc.array(name(3, 6)), (repeated, tail, known) => {
        const text = `${repeated.repeat(Math.ceil(20_000 / repeated.length))}${tail}`;
        expect(redact(text, known)).toBeTypeOf('string');
      }),
      { numRuns: 30 },
    );
  });
});
