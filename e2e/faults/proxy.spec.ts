import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { closerOf } from '../close-server';
import { ownRow } from './fault-row';
import type { OpenConnected } from './fixtures';

/** A proxy that answers every CONNECT with this text, or disconnects when it is undefined. */
async function proxy(answer?: string) {
  const asked: string[] = [];
  const server = createServer((_message, response) => response.writeHead(500).end());
  const close = closerOf(server);
  server.on('connect', (message, socket) => {
    asked.push(message.url ?? '');
    socket.on('error', () => undefined);
    socket.end(answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  if (answer === undefined) await close();
  return { port, asked, close };
}

/** Runs a lookup through the proxy. @param detail expected detail; the proxy's address when undefined */
async function through(open: OpenConnected, answer: string | undefined, detail?: string) {
  const { port, asked, close } = await proxy(answer);
  const context = await open('https://studio.example', `--proxy-server=127.0.0.1:${port}`);
  await context.lookUp();
  return {
    context,
    also: async () => {
      await expect(context.desk.fact('Detail')).toHaveText(`Detail${detail ?? `127.0.0.1:${port}`}`);
      expect(asked.filter((host) => host !== 'studio.example:443')).toEqual([]);
      if (answer === undefined) return;
      expect(asked.length).toBeGreaterThan(0);
      await close();
    },
  };
}

ownRow('proxyRefuses', (open) =>
  through(open, 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n', 'net::ERR_TUNNEL_CONNECTION_FAILED'),
);

ownRow('proxyAsks', (open) =>
  through(
    open,
    'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\nContent-Length: 0\r\n\r\n',
  ),
);

ownRow('proxyGone', (open) => through(open, undefined, 'net::ERR_PROXY_CONNECTION_FAILED'));
