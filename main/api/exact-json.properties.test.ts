import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal, exact, maxTextLength, parseExact } from './exact-json';

/** Value of a JSON number in any notation: its sign, its digits without outer zeros, and its exponent. */
function worth(text: string): string {
  const [, sign, whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const bare = digits.replace(/0+$/, '');
  return bare === ''
    ? '0'
    : `${sign}${bare}e${Number(power) - fraction.length + digits.length - bare.length}`;
}

const space = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
const token = fc.stringMatching(/^-?(0|[1-9]\d{0,19})(\.\d{1,20})?([eE][+-]?\d{1,2})?$/, { size: 'max' });

it('a number keeps its value in any notation and at any place in a body', () => {
  fc.assert(
    fc.property(token, space, space, (number, before, after) => {
      const spaced = parseExact(`{"a":${before}[1,${before}${number}${after}]${after}}`) as { a: unknown[] };
      const alone = parseExact(`{"a":${before}${number}}`) as { a: unknown };
      for (const each of [spaced.a[1], alone.a]) {
        const text = decimal(each);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(worth(text ?? '')).toBe(worth(number));
      }
    }),
    { numRuns: 500 },
  );
});

it('a body gives the same value with and without a number that needs the exact parser', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3, stringUnit: 'binary' }), (json) => {
      const plain = parseExact(`[${json}]`) as unknown[];
      const careful = parseExact(`[${json},0.5]`) as unknown[];
      expect(JSON.stringify(exact(careful[0]))).toBe(JSON.stringify(exact(plain[0])));
    }),
  );
});

it('any text gives a value or a SyntaxError, and any value crosses the border', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json().chain((json) => fc.nat(json.length).map((end) => json.slice(0, end))),
    fc.json(),
  );
  fc.assert(
    fc.property(text, (body) => {
      try {
        const value = exact(parseExact(body));
        expect(JSON.stringify(structuredClone(value))).toBe(JSON.stringify(value));
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
      }
    }),
  );
});

it('no string or number of a value exceeds the limit', () => {
  const longest = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? Math.max(0, ...Object.values(value).map(longest))
      : String(value).length;
  const long = fc
    .nat(20_000)
    .chain((length) => fc.constantFrom('7'.repeat(length + 1), `"${'x'.repeat(length)}"`));
  fc.assert(
    fc.property(long, (item) => {
      expect(longest(exact(parseExact(`[${item},{"a":${item}}]`)))).toBeLessThanOrEqual(maxTextLength);
    }),
  );
});
