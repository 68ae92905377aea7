import { afterEach, expect, it, vi } from 'vitest';
import { contracts } from './contract-schema';
import { prepareLookup } from './prepare-lookup';
import { account, booking, customer } from './schemas';

const schemas = { account, booking, contracts, customer };

afterEach(() => vi.restoreAllMocks());

const watch = () => Object.values(schemas).map((schema) => vi.spyOn(schema, 'safeParse'));

it('compiles every schema of a lookup, and sends nothing', async () => {
  const read = watch();
  const sent = vi.spyOn(globalThis, 'fetch');
  await prepareLookup();
  for (const schema of read) expect(schema).toHaveBeenCalledOnce();
  expect(sent).not.toHaveBeenCalled();
});

it('lets main do other work between two steps', async () => {
  const order: string[] = [];
  const read = watch();
  for (const schema of read) schema.mockImplementation(() => ({ success: !order.push('schema') }) as never);
  const ended = prepareLookup();
  setImmediate(() => order.push('key press'));
  await ended;
  expect(order).toEqual(['schema', 'schema', 'key press', 'schema', 'schema']);
});

it('goes on after a step that fails, and does not fail itself', async () => {
  const read = watch();
  read[0]?.mockImplementation(() => {
    throw new Error('no schema');
  });
  await prepareLookup();
  for (const schema of read) expect(schema).toHaveBeenCalledOnce();
});
