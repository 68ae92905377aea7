import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cardNumberFormats } from '../../preload/contract/domain';
import { readings } from '../../renderer/features/search/recognise';
import { inputSchemas } from './schemas';

/** Parts of texts that have a reading, so that random texts often have one. */
const piece = fc.oneof(
  fc.constantFrom(
    'id:',
    'ID: ',
    'no:',
    'card:',
    'barcode:',
    'pin:',
    'qr:',
    'debtor:',
    'mailto:',
    '#',
    '<',
    '>',
  ),
  fc.constantFrom(
    '@',
    ',',
    ';',
    '-',
    '–',
    ' ',
    '\u200b',
    '\u00a0',
    '\n',
    '04.05.1952',
    '1952-05-04',
    '0000-01-01',
  ),
  fc.stringMatching(/^\d{1,80}$/, { size: 'max' }),
  fc.uuid(),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 1_000 }),
  fc.emailAddress(),
  // More words and digits than a search allows.
  fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { maxLength: 20, size: 'max' }).map((words) => words.join(' ')),
  fc
    .tuple(fc.constantFrom('', '#', 'id:', 'no:'), fc.stringMatching(/^\d{1,80}$/, { size: 'max' }))
    .map((parts) => parts.join('')),
);

const where = { studios: 'all' };

it('main accepts every reading that the search box produces', () => {
  fc.assert(
    // The box accepts 200 characters, the border 1,000.
    fc.property(text, fc.option(fc.constantFrom(...cardNumberFormats)), (typed, format) => {
      for (const reading of readings(typed.slice(0, 1_000), format ?? undefined)) {
        const read = inputSchemas['customer:search'].safeParse({ reading, where, search: 1 });
        expect(read.error?.issues).toBeUndefined();
        expect(read.data).toEqual(structuredClone({ reading, where, search: 1 }));
      }
    }),
    { numRuns: 1_000 },
  );
});
