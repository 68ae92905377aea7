import fc from 'fast-check';
import { type CountryCode, getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { forgetLastMatch, storedTexts, wantedTexts } from './indexed-numbers';

const country = fc.constantFrom(...getCountries());

/** Ways to write a number of a country; the last digit varies. */
const written = fc.tuple(country, fc.nat(9)).map(([code, last]) => {
  const example = getExampleNumber(code as CountryCode, examples);
  if (!example) throw new Error(`No example of ${code}`);
  const number = example.number.slice(0, -1) + last;
  return { code, number };
});

/** Every way of writing of an example is the same number, so both texts of it find each other. */
const forms = (code: CountryCode): string[] => {
  const example = getExampleNumber(code, examples);
  if (!example) return [];
  const international = example.formatInternational();
  const national = example.formatNational();
  const wide = international.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return [
    example.number,
    international,
    national,
    national.replace(/[ -]/g, '/'),
    `${international} ext. 12`,
    `00${example.number.slice(1)}`,
    international.replace('+', '00'),
    wide,
    example.format('RFC3966').replace('tel:', ''),
  ];
};

describe('the example number of the library', () => {
  it.each(getCountries())('of %s is one number, however it is written', (code) => {
    const number = getExampleNumber(code, examples)?.number;
    for (const form of forms(code)) {
      expect({ form, texts: storedTexts([form], [code]) }).toMatchObject({
        texts: expect.arrayContaining([number]),
      });
      expect({ form, texts: wantedTexts(form, [code]).exact }).toMatchObject({
        texts: expect.arrayContaining([number]),
      });
    }
  });
});

it('the stored and the typed writing of a number always meet, by the whole number or by its end', () => {
  fc.assert(
    fc.property(written, fc.nat(8), fc.nat(8), ({ code, number }, one, other) => {
      const write = (way: number) =>
        [number, `00${number.slice(1)}`, `${number.slice(0, 4)} ${number.slice(4)}`][way % 3] ?? number;
      const { exact, ending } = wantedTexts(write(one), [code]);
      const stored = storedTexts([write(other)], [code]);
      expect(stored.some((text) => exact.includes(text) || text === ending)).toBe(true);
    }),
  );
});

describe.each([
  ['+49 (0)30 / 90 18 20'],
  ['0049 30 901820'],
  ['030-901820'],
  ['(030) 90 18 20'],
  ['+49 30 901820 ext. 5'],
  ['030 901820 Durchwahl 12'],
  ['０３０　９０１８２０'],
])('%s', (text) => {
  it('is stored as E.164 and by its last seven digits', () => {
    expect(storedTexts([text], ['DE'])).toEqual(['+4930901820', '…0901820']);
  });
});

it.each([
  ['AT', '0664 1234567', '+436641234567'],
  ['CH', '079 123 45 67', '+41791234567'],
  ['FR', '06 12 34 56 78', '+33612345678'],
  ['US', '(202) 555-0123', '+12025550123'],
  ['IT', '06 6982 1234', '+390669821234'],
])('a number without country code is read in the form of %s: %s', (code, text, number) => {
  expect(storedTexts([text], [code])[0]).toBe(number);
  expect(wantedTexts(text, [code]).exact).toContain(number);
});

it('a typed number is looked for in the form of every country where it is valid', () => {
  expect(wantedTexts('0664 1234567', [undefined]).exact).toContain('+436641234567');
});

it('each text of a customer is there once', () => {
  expect(storedTexts(['030 901820', '+49 30 901820', '030/901820'], ['DE'])).toEqual([
    '+4930901820',
    '…0901820',
  ]);
});

it.each([['110'], ['123456'], ['none'], [''], ['0'.repeat(41)], [`+49 170${' '.repeat(40)}1234567`]])(
  'no text of a number that is too short or too long: %j',
  (text) => {
    expect(storedTexts([text], ['DE'])).toEqual([]);
    expect(wantedTexts(text, ['DE'])).toEqual({ exact: [] });
  },
);

it('any text is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 3 }), (text, code) => {
      for (const each of storedTexts([text], [code])) expect(each.length).toBeLessThanOrEqual(20);
      wantedTexts(text, [code]);
    }),
  );
});

it('nothing of a number stays in what the engine keeps of the last match', () => {
  storedTexts(['+49 30 901820'], ['DE']);
  forgetLastMatch();
  const legacy = RegExp as unknown as Record<string, string>;
  expect([legacy.$_, legacy['$&'], legacy.$1, legacy['$`'], legacy["$'"]].join('')).toBe('');
});
