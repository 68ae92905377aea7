import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { phoneOwner, phoneOwnerFilter } from './customer-slices';
import { fieldFilter } from './json-projection';
import { SliceAnswer } from './slice-answer';

/** The text split at these offsets, which may be inside a character. */
function cut(text: string, at: readonly number[]): Buffer[] {
  const bytes = Buffer.from(text);
  const places = [...new Set(at.map((each) => each % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((place, index) => Buffer.from(bytes.subarray(place, places[index])));
}

function read(
  text: string,
  at: readonly number[] = [],
  element: z.ZodType<unknown> = z.unknown(),
  wants = () => true,
) {
  const reader = new SliceAnswer(element, wants, undefined);
  for (const piece of cut(text, at)) reader.take(piece);
  return reader.end();
}

const plain = fc
  .jsonValue()
  .map((value) => JSON.parse(JSON.stringify(value), (_, each) => (typeof each === 'number' ? 7 : each)))
  .filter((value) => !JSON.stringify(value).includes('__proto__'));

describe('a slice that arrives in pieces', () => {
  it('is read like the whole, wherever it was split and in whatever order its fields come', () => {
    const fields = fc.shuffledSubarray(['result', 'hasNext', 'offset', 'unknown'], { minLength: 4 });
    fc.assert(
      fc.property(
        fc.array(plain),
        plain,
        fields,
        fc.boolean(),
        fc.array(fc.nat()),
        (rows, other, order, spaced, at) => {
          const values: Record<string, unknown> = {
            result: rows,
            hasNext: true,
            offset: '12"]}',
            unknown: other,
          };
          const sent = Object.fromEntries(order.map((name) => [name, values[name]]));
          const text = JSON.stringify(sent, null, spaced ? 1 : undefined);
          expect(read(text, at)).toEqual({ ok: true, value: { rows, nextOffset: '12"]}' } });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is not confused by another list of that name', () => {
    const text = '{"a":{"result":[1]},"b":"result","c":[2],"result":[{"result":[3]}],"hasNext":false}';
    expect(read(text, [9, 30, 50])).toEqual({ ok: true, value: { rows: [{ result: [3] }] } });
  });

  it.each([
    ['{"result":[1', 'Not JSON'],
    ['{"result":[1]', 'Not JSON'],
    ['{"result":[1,],"hasNext":false}', 'Not JSON'],
    ['{"result":[1]]}', 'Not JSON'],
    ['', 'Not JSON'],
    ['[]', 'Field not as documented: (whole answer)'],
    ['{"result":null,"hasNext":false}', 'Field not as documented: result'],
    ['{"hasNext":false}', 'Field not as documented: result'],
    ['{"result":[]}', 'Field not as documented: hasNext'],
    ['{"result":[],"hasNext":true}', 'Field not as documented: offset'],
    ['{"r\\u0065sult":[1],"hasNext":false}', 'Field not as documented: result'],
  ])('is refused: %.40s', (text, detail) => {
    for (const at of [[], [3], [12]])
      expect(read(text, at)).toMatchObject({ ok: false, problem: { kind: 'unexpectedAnswer', detail } });
  });

  it('is read from one row to before another, and says whether more follow', () => {
    const element = z.object({ n: z.number() });
    const text = (rows: unknown[]) => JSON.stringify({ hasNext: true, result: rows, offset: '7' });
    const rows = fc.array(fc.record({ n: fc.nat(), other: plain }), { maxLength: 12 });
    fc.assert(
      fc.property(
        rows,
        fc.nat(14),
        fc.integer({ min: 1, max: 14 }),
        fc.array(fc.nat()),
        (sent, from, count, at) => {
          const to = from + count;
          const reader = new SliceAnswer(element, fieldFilter(['n']), undefined, { from, to });
          for (const piece of cut(text(sent), at)) reader.take(piece);
          const rest = sent.length > to ? { isCut: true } : { nextOffset: '7' };
          const value = { rows: sent.slice(from, to).map(({ n }) => ({ n })), ...rest };
          expect(reader.end()).toEqual({ ok: true, value });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused when too much comes before the list', () => {
    const text = `{"x":"${'x'.repeat(100_000)}","result":[],"hasNext":false}`;
    expect(read(text, [20_000, 40_000])).toMatchObject({ ok: false, problem: { detail: 'Not JSON' } });
  });

  it('is refused when it is a page of a gateway', () => {
    expect(read(`<html>${'x'.repeat(100_000)}`)).toMatchObject({ problem: { kind: 'notTheApi' } });
  });
});

describe('a customer of a slice', () => {
  const rows = (records: unknown[]) =>
    read(JSON.stringify({ result: records, hasNext: false }), [], phoneOwner, phoneOwnerFilter as never);

  it('is read with the numbers, the country and the home studio only', () => {
    const sent = {
      id: 1001,
      firstName: 'Edgar',
      phoneBusiness: '3',
      phonePrivate: '+49 30901820',
      phonePrivateMobile: '2',
      phoneBusinessMobile: '',
      country: 'DE',
      studioId: 7,
      bankAccount: { iban: 'DE1', phonePrivate: '9' },
    };
    expect(rows([sent])).toEqual({
      ok: true,
      value: { rows: [{ id: '1001', phones: ['2', '+49 30901820', '3'], country: 'DE', studioId: '7' }] },
    });
  });

  it('keeps every digit of an ID', () => {
    const text = '{"result":[{"id":9223372036854775807,"studioId":9007199254740993}],"hasNext":false}';
    expect(read(text, [], phoneOwner)).toEqual({
      ok: true,
      value: { rows: [{ id: '9223372036854775807', phones: [], studioId: '9007199254740993' }] },
    });
  });

  it('never ends the answer, whatever the record contains', () => {
    const field = fc.constantFrom('id', 'phonePrivate', 'phoneBusiness', 'country', 'studioId', 'x');
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.dictionary(field, plain), plain)), (records) => {
        const outcome = rows(records);
        expect(outcome.ok && outcome.value.rows).toHaveLength(records.length);
      }),
    );
  });

  it('is left out without an ID', () => {
    expect(rows([{ phonePrivate: '1' }, null, { id: '7' }])).toEqual({
      ok: true,
      value: { rows: [undefined, undefined, undefined] },
    });
  });
});
