import { type DemoOptions, startDemoServer } from './server';

/** A demo server for the unit tests in this folder, with short functions to send requests to it. */
export async function startTestServer(options: Partial<DemoOptions> = {}) {
  const server = await startDemoServer({
    key: 'key',
    chainKey: 'chain-key',
    today: () => '2026-11-23',
    ...options,
  });

  /** Sends a request with the studio's key in English, unless `headers` differ. */
  async function ask(
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ) {
    const headers = { 'X-API-KEY': 'key', 'Accept-Language': 'en', ...init.headers };
    const response = await fetch(server.origin + path, { ...init, headers });
    const text = await response.text();
    const json = () => JSON.parse(text);
    return { status: response.status, headers: response.headers, text, json };
  }

  const search = (fields: unknown, headers = {}) =>
    ask('/v1/customers/search', { method: 'POST', body: JSON.stringify(fields), headers });

  return { server, ask, search };
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;
