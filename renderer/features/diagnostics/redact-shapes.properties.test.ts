import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from './redact';

const anything = fc.string({ unit: 'binary', maxLength: 30 });
/** Characters that may stand directly beside personal data. */
const side = fc.constantFrom('', ...' \n,."(/_=|-<>[#\'', ': ');

describe('patterns of personal data', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`));
  const gap = fc.constantFrom(' ', '', '\u00a0', '\u202f');
  const grouped = (text: string, between: string) => (text.match(/.{1,4}/g) ?? []).join(between);
  const email = fc
    .tuple(
      fc.stringMatching(/^[a-z][\w.+-]{0,20}$/),
      fc.stringMatching(/^[a-z][a-z-]{0,10}\.(de|com|example)$/),
    )
    .map((parts) => parts.join('@'));
  const iban = fc.oneof(
    fc.tuple(digits(20), gap).map(([rest, between]) => grouped(`DE${rest}`, between)),
    fc.tuple(digits(14), gap).map(([rest, between]) => grouped(`GB29NWBK${rest}`, between)),
    fc.tuple(digits(10), gap).map(([rest, between]) => grouped(`NL91ABNA${rest}`, between)),
  );
  const phone = fc
    .tuple(
      fc.constantFrom('+49', '0049', '0', '(0', '+41 (0) '),
      digits(3),
      fc.constantFrom(' ', '/', '-', ') ', '.', '\u00a0', ' / ', '–'),
      digits(3),
      fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u202f'),
      digits(4),
    )
    .map((parts) => parts.join(''));
  const customerNumber = fc
    .tuple(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom('-', '–', '\u2011'), digits(5))
    .map((parts) => parts.join(''));

  it.each([
    ['e-mail address', email],
    ['IBAN', iban],
    ['phone number', phone],
    ['customer number', customerNumber],
  ] as const)('never survives: %s', (_, shape) => {
    fc.assert(
      fc.property(shape, side, side, anything, (canary, left, right, noise) => {
        const clean = redact(`${noise} ${left}${canary}${right} ${noise}`, []);
        expect(clean).not.toContain(canary);
        // The part that identifies the owner is removed as well.
        for (const part of canary.match(/\d{5,}|[A-Z]{4,}/g) ?? []) expect(clean).not.toContain(part);
      }),
      { numRuns: 200 },
    );
  });
});
