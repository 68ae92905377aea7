import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Booking, BookingSlice } from '../../preload/contract/domain';
import type { Outcome } from '../../preload/contract/problem';
import { Http } from './http';
import type { Fetch } from './http-attempt';
import { bookingsLookup } from './lookups/bookings';
import { Quota } from './quota';

const customer = { studio: 'https://a.example#1', id: '7', period: 'past' } as const;

const row = (id: number) => ({
  id,
  dueDate: '2026-11-01',
  installmentPlan: false,
  amount: { amount: 29.9, currency: 'EUR' },
  note: 'not read',
});
const rows = (count: number): object[] => Array.from({ length: count }, (_, id) => row(id));

const inputAt = (offset: string | undefined) => ({ ...customer, ...(offset !== undefined && { offset }) });

/** The query of the request that the page causes with an offset. */
const queryAt = (offset?: string) => bookingsLookup.request(inputAt(offset)).query;

/** What the page gets of an answer that arrives in pieces. */
async function read(answer: object, offset?: string): Promise<Outcome<BookingSlice>> {
  const reader = bookingsLookup.reader(inputAt(offset), undefined);
  const bytes = Buffer.from(JSON.stringify(answer));
  for (let at = 0; at < bytes.length; at += 50_000) reader.take(bytes.subarray(at, at + 50_000));
  return reader.end();
}

/** Reads until there is no next offset. @returns the IDs of each part, and the queries that were sent */
async function readAll(answerTo: (offset: string | undefined) => object) {
  const parts: string[][] = [];
  const queries: unknown[] = [];
  for (let offset: string | undefined, isFirst = true; isFirst || offset !== undefined; isFirst = false) {
    expect(bookingsLookup.input.safeParse(inputAt(offset)).success).toBe(true);
    const query = queryAt(offset);
    queries.push(query);
    expect(queries.length).toBeLessThan(50);
    const outcome = await read(answerTo(query?.offset), offset);
    if (!outcome.ok) throw new Error(outcome.problem.detail);
    parts.push(JSON.parse(outcome.value.bookings).map(({ id }: Booking) => id));
    offset = outcome.value.nextOffset;
  }
  return { parts, queries };
}

describe('slices for the page', () => {
  it('of 50 rows are each read whole, with the offsets of the API', async () => {
    const { parts, queries } = await readAll((offset) => ({
      result: rows(50),
      hasNext: offset !== '>100',
      offset: offset === undefined ? '' : '>100',
    }));
    expect(parts.map(({ length }) => length)).toEqual([50, 50, 50]);
    expect(queries).toEqual([
      { sliceSize: '50' },
      { sliceSize: '50', offset: '' },
      { sliceSize: '50', offset: '>100' },
    ]);
  });

  it('of 10,000 rows are read 500 at a time, each row once', async () => {
    const all = { result: rows(10_000), hasNext: false };
    const { parts, queries } = await readAll(() => all);
    expect(parts.every(({ length }) => length === 500)).toBe(true);
    expect(parts.flat()).toEqual(all.result.map((_, id) => String(id)));
    expect(queries).toEqual(Array(20).fill({ sliceSize: '50' }));
  });

  it('that are too large are each followed by the next one of the API', async () => {
    const { parts, queries } = await readAll((offset) =>
      offset === 'next'
        ? { result: rows(502), hasNext: false }
        : { result: rows(501), hasNext: true, offset: 'next' },
    );
    expect(parts.map(({ length }) => length)).toEqual([500, 1, 500, 2]);
    const [first, second] = [{ sliceSize: '50' }, { sliceSize: '50', offset: 'next' }];
    expect(queries).toEqual([first, first, second, second]);
  });

  it('of exactly 500 rows are read whole', async () => {
    expect((await readAll(() => ({ result: rows(500), hasNext: false }))).parts).toHaveLength(1);
  });

  it('with a wrong row are refused when this row is read, and name it', async () => {
    const result = rows(1_000);
    result[700] = { ...row(700), dueDate: null };
    const first = await read({ result, hasNext: false });
    expect(first).toMatchObject({ ok: true, value: { nextOffset: '500' } });
    expect(await read({ result, hasNext: false }, '500')).toMatchObject({
      ok: false,
      problem: { kind: 'unexpectedAnswer', detail: 'Field not as documented: result.700.dueDate' },
    });
  });

  it('that have become shorter in the meantime are empty and continue after them', async () => {
    expect(await read({ result: rows(20), hasNext: true, offset: 'b' }, '500>a')).toEqual({
      ok: true,
      value: { bookings: '[]', nextOffset: '0>b' },
    });
  });

  it('that were cut off are refused where they end', async () => {
    const text = JSON.stringify({ result: rows(1_000), hasNext: false });
    for (const end of [text.length - 1, text.length - 30, text.length * 0.75]) {
      const ended = (offset?: string) => {
        const reader = bookingsLookup.reader(inputAt(offset), undefined);
        reader.take(Buffer.from(text.slice(0, end)));
        return reader.end();
      };
      expect(await ended()).toMatchObject({ ok: true, value: { nextOffset: '500' } });
      expect(await ended('500')).toMatchObject({ ok: false, problem: { kind: 'unexpectedAnswer' } });
    }
  });

  it('contain no key that the API echoes', async () => {
    const key = 'canary-key-5e1f';
    const reader = bookingsLookup.reader(customer, key);
    const result = [{ ...row(1), description: `for ${key}` }];
    reader.take(Buffer.from(JSON.stringify({ result, hasNext: true, offset: key })));
    const outcome = await reader.end();
    expect(outcome).toMatchObject({ ok: true, value: { nextOffset: '0>[removed]' } });
    expect(JSON.stringify(outcome)).not.toContain(key);
  });

  it('that are too large end the request when enough has arrived', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ result: rows(10_000), hasNext: false }));
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(bytes.slice(sent, sent + 10_000));
        sent += 10_000;
        if (sent >= bytes.length) controller.close();
      },
    });
    let signal: AbortSignal | null | undefined;
    const fetch: Fetch = async (_, init) => {
      signal = init.signal;
      return new Response(body);
    };
    const http = new Http(
      fetch,
      new Quota(Date.now),
      () => 'en',
      () => undefined,
    );
    const outcome = await http.read(
      { method: 'GET', ...bookingsLookup.request(customer) },
      () => bookingsLookup.reader(customer, undefined),
      { address: 'https://a.example', key: undefined },
    );
    expect(outcome).toMatchObject({ ok: true, value: { nextOffset: '500' } });
    expect(sent).toBeLessThan(bytes.length / 4);
    expect(signal?.aborted).toBe(true);
  });
});

describe('the offset that the page sends', () => {
  it.each([
    '',
    '>',
    '>50',
    'x',
    '-1',
    '1.5',
    '1e3',
    ' 1',
    '12345678',
    '0x10',
    '5 >a',
    `0>${'x'.repeat(1_010)}`,
  ])('is refused: %.20j', (offset) => {
    expect(bookingsLookup.input.safeParse(inputAt(offset)).success).toBe(false);
  });

  it('reaches the API unchanged, whatever the API sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 900 }), async (sent) => {
        const outcome = await read({ result: [], hasNext: true, offset: sent });
        const { nextOffset } = outcome.ok ? outcome.value : {};
        expect(bookingsLookup.input.safeParse(inputAt(nextOffset)).success).toBe(true);
        expect(queryAt(nextOffset)).toEqual({ sliceSize: '50', offset: sent });
      }),
    );
  });
});
