import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Outcome, problemKinds } from '../../preload/contract/problem';
import { defaultLimits, Http } from './http';
import type { Fetch } from './http-attempt';
import { Quota } from './quota';
import { account, booking, customer, sliceOf } from './schemas';

const key = 'canary-key-5e1f';
const schemas = {
  customer,
  customers: z.array(customer),
  account,
  bookings: sliceOf(booking),
  anything: z.unknown(),
};
const schemaName = fc.constantFrom(...(Object.keys(schemas) as (keyof typeof schemas)[]));

/** Sends one request to an API that answers with the given `fetch`. */
function ask(fetch: Fetch, schema: z.ZodType<unknown>, as = key): Promise<Outcome<unknown>> {
  const limits = { ...defaultLimits, backoffMs: 0 };
  const http = new Http(
    fetch,
    new Quota(Date.now),
    () => 'de',
    () => undefined,
    limits,
  );
  const request = {
    method: 'GET',
    endpoint: '/v1/customers/{customerId}',
    path: { customerId: '1' },
  } as const;
  return http.json(request, schema, { address: 'https://studio.example', key: as });
}

/** A new answer for each attempt; statuses that allow no body have none. */
function answering(
  body: string | Uint8Array<ArrayBuffer>,
  status: number,
  headers: Record<string, string> = {},
): Fetch {
  const bodiless = status === 204 || status === 205 || status === 304;
  return async () => new Response(bodiless ? null : body, { status, headers });
}

/** Checks that an outcome suits the renderer: a known kind, unchanged by cloning and by JSON. */
function expectSound(outcome: Outcome<unknown>): void {
  if (outcome.ok) return;
  expect(problemKinds).toContain(outcome.problem.kind);
  const json = JSON.stringify(outcome.problem);
  expect(JSON.stringify(structuredClone(outcome.problem))).toBe(json);
  expect(JSON.stringify(JSON.parse(json))).toBe(json);
}

const status = fc.oneof(
  fc.constant(200),
  fc.integer({ min: 200, max: 599 }),
  fc.constantFrom(400, 401, 403, 404, 429, 503),
);
const headers = fc.dictionary(
  fc.constantFrom('content-type', 'retry-after', 'content-length', 'content-encoding', 'location'),
  fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      'application/json; charset=utf-16',
      'text/html;charset="iso-8859-1"',
      'application/json; charset=iso-2022-kr',
      'charset=no-such',
      '99999999999999999999',
      'Fri, 31 Dec 9999 23:59:59 GMT',
    ),
  ),
);

it('any bytes with any status and any headers give an outcome', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.oneof(fc.json(), fc.string({ unit: 'binary' })).map((text) => new TextEncoder().encode(text)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, status, headers, schemaName, async (body, code, head, name) => {
      expectSound(await ask(answering(new Uint8Array(body), code, head), schemas[name]));
    }),
    { numRuns: 150 },
  );
});

it('any network failure before or during the body gives an outcome', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.anything({ withNullPrototype: true }),
      fc.boolean(),
      schemaName,
      async (fault, amid, name) => {
        const broken = () => new ReadableStream({ pull: (controller) => controller.error(fault) });
        const outcome = await ask(
          async () => (amid ? new Response(broken()) : Promise.reject(fault)),
          schemas[name],
        );
        expect(outcome.ok).toBe(false);
        expectSound(outcome);
      },
    ),
  );
});

/** JSON that contains the key in a value, in a name or nested. */
const echo = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(key, `Bearer ${key}!`, key.repeat(2), null, 20.5),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'value', key, `x ${key}`, '__proto__'), tie('any'), { maxKeys: 3 }),
  ),
})).any;

/**
 * The same JSON with every n-th character of its strings escaped, so that the body's text does not contain the key.
 */
function escaped(json: string, every: number): string {
  const encode = (letter: string, at: number) =>
    at % every === 0 ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter;
  return json.replace(/"[^"]*"/g, (word) => `"${[...word.slice(1, -1)].map(encode).join('')}"`);
}

it('no problem contains the key, wherever and however the answer echoes it', async () => {
  const body = fc.record(
    {
      errorMessage: echo,
      errorCode: echo,
      traceId: echo,
      reference: echo,
      args: fc.oneof(echo, fc.array(echo, { maxLength: 3 })),
      typedArgs: fc.array(fc.record({ type: echo, value: echo }, { requiredKeys: [] }), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  );
  const failing = fc.constantFrom(200, 400, 401, 403, 429, 500, 599);
  await fc.assert(
    fc.asyncProperty(body, failing, fc.integer({ min: 1, max: 4 }), async (sent, code, every) => {
      const text = escaped(JSON.stringify(sent), every);
      expect(JSON.parse(text)).toEqual(sent);
      const outcome = await ask(answering(text, code, { 'retry-after': key }), customer);
      expect(outcome.ok).toBe(false);
      expectSound(outcome);
      expect(JSON.stringify(outcome)).not.toContain(key);
    }),
    { numRuns: 150 },
  );
});

it('a problem keeps its kind and its fields, however short the key is', async () => {
  const short = fc.stringMatching(/^[a-z]{1,3}$/);
  await fc.assert(
    fc.asyncProperty(short, status, async (mistyped, code) => {
      const typedArgs = [{ type: 'X', value: { a: '1' } }];
      const outcome = await ask(answering(JSON.stringify({ typedArgs }), code), z.never(), mistyped);
      expectSound(outcome);
      expect(outcome).toMatchObject({ ok: false, problem: { response: { status: code } } });
    }),
  );
});
