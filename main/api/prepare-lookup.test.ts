import { afterEach, expect, it, vi } from 'vitest';
import { contracts } from './contract-schema';
import { prepareLookup } from './prepare-lookup';
import { account, booking, customer } from './schemas';

const schemas = { account, booking, contracts, customer };
const request = Object.getOwnPropertyDescriptor(globalThis, 'Request') ?? {};

afterEach(() => {
  Object.defineProperty(globalThis, 'Request', request);
  vi.restoreAllMocks();
});

/** Watches the schemas and `Request`, whose first use this does. */
function watch(load: () => unknown) {
  Object.defineProperty(globalThis, 'Request', { configurable: true, get: load });
  return Object.values(schemas).map((schema) => vi.spyOn(schema, 'safeParse'));
}

it('loads fetch and compiles every schema of a lookup, and sends nothing', async () => {
  const load = vi.fn();
  const read = watch(load);
  const sent = vi.spyOn(globalThis, 'fetch');
  await prepareLookup();
  expect(load).toHaveBeenCalledOnce();
  for (const schema of read) expect(schema).toHaveBeenCalledOnce();
  expect(sent).not.toHaveBeenCalled();
});

it('lets main do other work between two steps', async () => {
  const order: string[] = [];
  const read = watch(() => order.push('fetch'));
  for (const schema of read) schema.mockImplementation(() => ({ success: !order.push('schema') }) as never);
  const ended = prepareLookup();
  setImmediate(() => order.push('key press'));
  await ended;
  expect(order).toEqual(['fetch', 'schema', 'key press', 'schema', 'schema', 'schema']);
});

it('goes on after a step that fails, and does not fail itself', async () => {
  const read = watch(() => {
    throw new Error('no fetch');
  });
  read[0]?.mockImplementation(() => {
    throw new Error('no schema');
  });
  await prepareLookup();
  for (const schema of read) expect(schema).toHaveBeenCalledOnce();
});
