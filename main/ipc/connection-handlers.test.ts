import { beforeEach, expect, it } from 'vitest';
import { succeed } from '../../preload/contract/problem';
import { type ConnectionServices, createConnectionHandlers } from './connection-handlers';

const studio = { ref: 'https://a.example#1', address: 'https://a.example', id: '1', name: 'A' };
let resolved: string[];
let removed: string[];
let handlers: ReturnType<typeof createConnectionHandlers>;

beforeEach(() => {
  resolved = [];
  removed = [];
  const status = { mode: 'live' as const, studios: [studio] };
  const services: Partial<Record<keyof ConnectionServices, unknown>> = {
    connection: {
      studios: () => [studio],
      status: () => status,
      remove: async (ref: string) => {
        removed.push(ref);
        return succeed(status);
      },
    },
    forgetProxy: async (address: string) => {
      resolved.push(address);
      return succeed(null);
    },
  };
  handlers = createConnectionHandlers(
    services as unknown as ConnectionServices,
    () => undefined,
    () => undefined,
  );
});

it('removes a studio with the credentials of its proxies', async () => {
  await handlers['connection:remove']({ studio: studio.ref });
  expect([resolved, removed]).toEqual([[studio.address], [studio.ref]]);
});

it('looks up no host for a studio that the page has made up', async () => {
  const outcome = await handlers['connection:remove']({ studio: 'https://data.evil.example#1' });
  expect(outcome).toMatchObject({ ok: true });
  expect([resolved, removed]).toEqual([[], []]);
});
