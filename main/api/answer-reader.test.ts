import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ListAnswer } from './answer-reader';
import { decimal, parseExact } from './exact-json';
import { fieldFilter } from './json-projection';

/** A filter that selects every field. */
const all = () => true;

function readIn(
  pieces: readonly (string | Buffer)[],
  element: z.ZodType<unknown> = z.unknown(),
  key = 'canary-key',
) {
  const reader = new ListAnswer(element, all, key);
  for (const piece of pieces) reader.take(Buffer.from(piece));
  return reader.end();
}

/** The text split at these offsets, which may be inside a character. */
function cut(text: string, at: readonly number[]): Buffer[] {
  const bytes = Buffer.from(text);
  const places = [...new Set(at.map((each) => each % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((place, index) => Buffer.from(bytes.subarray(place, places[index])));
}

const refusal = (detail: string, kind = 'unexpectedAnswer') => ({
  ok: false,
  problem: { kind, detail, response: { status: 200, statusText: 'OK' } },
});

/** The value without numbers that are passed on as text. */
const plain = fc
  .jsonValue()
  .map((value) => JSON.parse(JSON.stringify(value), (_, each) => (typeof each === 'number' ? 7 : each)));

describe('a list that arrives in pieces', () => {
  it('is read like the whole list, wherever it was split', () => {
    fc.assert(
      fc.property(fc.array(plain), fc.boolean(), fc.array(fc.nat()), (list, spaced, at) => {
        const text = JSON.stringify(list, null, spaced ? 1 : undefined);
        expect(readIn(cut(text, at))).toEqual({ ok: true, value: list });
      }),
    );
  });

  it('is refused when it is invalid, wherever it was split', () => {
    const broken = [
      '',
      '[',
      '[1',
      '[1,]',
      '[,1]',
      '[1,,2]',
      '[1}',
      '[{]}',
      '[1]2',
      '[1][2]',
      '["a]',
      '[tru]',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...broken), fc.array(fc.nat()), (text, at) => {
        expect(readIn(cut(text, at))).toEqual(refusal('Not JSON'));
      }),
    );
  });

  it('keeps every digit of a number', () => {
    const text = '[1, 9007199254740993, 0.10, "12:30.5", 1e2]';
    const outcome = readIn(
      [text.slice(0, 14), text.slice(14)],
      z.unknown().transform((value) => decimal(value) ?? value),
    );
    expect(outcome).toEqual({ ok: true, value: ['1', '9007199254740993', '0.10', '12:30.5', '100'] });
  });

  it('keeps every digit of every number, wherever the list was split', () => {
    const number = fc.stringMatching(/^-?(0|[1-9]\d{0,19})(\.\d{1,4})?([eE][+-]?\d{1,2})?$/, { size: 'max' });
    const texts = fc.array(fc.record({ id: number, unread: number, inner: number }), { minLength: 1 });
    const element = z.unknown().transform((value) => {
      const { id, inner } = value as { id: unknown; inner: { n: unknown }[] };
      return [decimal(id), decimal(inner[0]?.n)];
    });
    fc.assert(
      fc.property(texts, fc.array(fc.nat()), (rows, at) => {
        const text = rows.map(
          ({ id, unread, inner }) => `{"id":${id},"x":${unread},"inner":[{"n":${inner}}]}`,
        );
        const reader = new ListAnswer(element, fieldFilter(['id', 'inner']), undefined);
        for (const piece of cut(`[${text.join()}]`, at)) reader.take(piece);
        const exact = (digits: string) => decimal(parseExact(digits));
        expect(reader.end()).toEqual({
          ok: true,
          value: rows.map(({ id, inner }) => [exact(id), exact(inner)]),
        });
      }),
    );
  });

  it('names the element that is not as documented', () => {
    const element = z.object({ id: z.number() });
    expect(readIn(['[{"id":1},{"id":2},', '{"id":3},{"i', 'd":"x"},{"id":5}]'], element)).toEqual(
      refusal('Field not as documented: 3.id'),
    );
  });

  it('redacts an echoed key', () => {
    expect(readIn(['["my cana', 'ry-key!"]'])).toEqual({ ok: true, value: ['my [removed]!'] });
    expect(readIn(['["my can\\u00', '61ry-key!"]'])).toEqual({ ok: true, value: ['my [removed]!'] });
  });

  it('is read as a whole when it is not a list', () => {
    expect(readIn([' <html>', '</html>'])).toEqual(refusal('HTML', 'notTheApi'));
    expect(readIn(['{"a"', ':1}'])).toEqual(refusal('Field not as documented: (whole answer)'));
    expect(readIn(['\ufeff', ' [', '1]'])).toEqual({ ok: true, value: [1] });
  });

  it('is refused at an element above the size limit', () => {
    const piece = 'x'.repeat(100_000);
    expect(readIn(['["', ...Array(12).fill(piece), '"]'])).toEqual(refusal('Longer than any record'));
  });
});

describe('the wanted fields', () => {
  const names = ['id', 'lastName', 'a b', ''];
  const name = fc.oneof(fc.constantFrom(...names, 'bankAccount', 'idle', 'i'), fc.string());
  const object = fc.dictionary(name, plain).filter((each) => !('__proto__' in each));

  it('are all that remains of an object, whatever else it contains and wherever the answer was split', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(object, plain)), fc.boolean(), fc.array(fc.nat()), (list, spaced, at) => {
        const text = JSON.stringify(list, null, spaced ? 1 : undefined);
        const reader = new ListAnswer(z.unknown(), fieldFilter(names), undefined);
        for (const piece of cut(text, at)) reader.take(piece);
        const isObject = (each: unknown) => typeof each === 'object' && each !== null && !Array.isArray(each);
        // A name with escape sequences is kept.
        const stays = (field: string) => names.includes(field) || JSON.stringify(field).includes('\\');
        const left = list.map((each) =>
          isObject(each)
            ? Object.fromEntries(Object.entries(each as object).filter(([field]) => stays(field)))
            : each,
        );
        expect(reader.end()).toEqual({ ok: true, value: left });
      }),
    );
  });

  it('are recognised in every escape notation', () => {
    const reader = new ListAnswer(z.unknown(), fieldFilter(['id']), undefined);
    reader.take(Buffer.from('[{"x":1,"\\u0069d":7,"y":"}],[{"}]'));
    expect(reader.end()).toEqual({ ok: true, value: [{ id: 7 }] });
  });
});
