import fc from 'fast-check';
import { isLosslessNumber, LosslessNumber, parse } from 'lossless-json';
import { expect, it } from 'vitest';
import { decimal, ExactNumber, exact, maxTextLength, parseExact } from './exact-json';

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

/** What lossless-json reads, the reference: a parser of its own that keeps the text of each number. */
const reference = (text: string) =>
  parse(text, undefined, {
    parseNumber: (number) => new LosslessNumber(number),
    // The last one wins, as in JSON.parse.
    onDuplicateKey: ({ newValue }) => newValue,
  });

/** A parsed value with its kinds, the order of its names, and the text of its numbers. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'number') return ['number', String(value)];
  // A double keeps minus zero, and its text has no sign.
  if (isLosslessNumber(value)) return ['number', value.value === '-0' ? '0' : value.value];
  if (value instanceof ExactNumber) return ['number', value.digits];
  if (Array.isArray(value)) return ['list', value.map(shapeOf)];
  if (typeof value !== 'object' || value === null) return [typeof value, value];
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  return ['object', Object.entries(value).map(([name, item]) => [name, shapeOf(item)])];
}

function readWith(parser: (text: string) => unknown, text: string): unknown {
  let value: unknown;
  try {
    value = parser(text);
  } catch (error) {
    expect(error).toBeInstanceOf(SyntaxError);
    return 'refused';
  }
  return shapeOf(value);
}

const word = fc.oneof(
  fc.constantFrom(
    '"a"',
    '"__proto__"',
    '"1.5"',
    '"0.5"',
    '"\\""',
    '"\\\\"',
    '"\\u0030.5"',
    '"\\u00221.5"',
    '"5"',
  ),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
);
/** JSON texts with numbers of any notation, names that come twice, and escape sequences. */
const { json } = fc.letrec<{ json: string; item: string }>((tie) => ({
  item: fc.oneof({ maxDepth: 4 }, token, word, fc.constantFrom('true', 'false', 'null', '-0'), tie('json')),
  json: fc.oneof(
    fc.array(tie('item')).map((items) => `[${items}]`),
    fc.array(fc.tuple(word, space, tie('item'), space)).map((fields) => {
      return `{${fields.map(([name, before, item, after]) => `${name}${before}:${before}${item}${after}`)}}`;
    }),
    tie('item'),
  ),
}));

const isReadLikeTheReference = (text: string) => {
  expect(readWith(parseExact, text)).toEqual(readWith(reference, text));
};

it('any JSON text is read as lossless-json reads it', () => {
  fc.assert(fc.property(json, isReadLikeTheReference), { numRuns: 2_000 });
});

it('a text with a mistake is refused where lossless-json refuses it, and is otherwise read like it', () => {
  const part = fc.constantFrom(
    ...'0159.-+eE"\\,:[]{} tu',
    '1.5',
    '-1.5',
    '0.5',
    '""',
    '01',
    '1e',
    '.5',
    'NaN',
  );
  const broken = fc.tuple(json, fc.nat(), fc.nat(2), part).map(([text, place, removed, added]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + added + text.slice(at + removed);
  });
  const joined = fc.array(part).map((all) => all.join(''));
  fc.assert(fc.property(fc.oneof(broken, joined), isReadLikeTheReference), { numRuns: 5_000 });
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
