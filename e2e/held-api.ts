import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closerOf } from './close-server';

/** A server between Ringside and the API that holds some requests back. */
export interface HeldApi {
  origin: string;
  /** Number of requests that have been held. */
  held: () => number;
  /** Lets the held requests pass, and all later ones. */
  release: () => void;
  close: () => Promise<void>;
}

/** Holds the requests whose path contains a text. */
export async function holdApi(apiOrigin: string, pathPart: string): Promise<HeldApi> {
  let release = () => {};
  let held = 0;
  const released = new Promise<void>((done) => {
    release = done;
  });
  const server = createServer(async (message, response) => {
    const { method = 'GET', url = '/', headers } = message;
    const body = Buffer.concat(await message.toArray());
    if (url.includes(pathPart)) {
      held += 1;
      await released;
    }
    // Ringside has cancelled it.
    if (response.destroyed) return;
    const answer = await fetch(apiOrigin + url, {
      method,
      headers: { 'x-api-key': String(headers['x-api-key']), 'content-type': 'application/json' },
      ...(method === 'POST' && { body }),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  const close = closerOf(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, held: () => held, release: () => release(), close };
}
