import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorBody, type Language } from './faults';
import { writeJson } from './json';
import { RateLimiter } from './limiter';
import { type Answer, Routes } from './routes';
import { Studio } from './studio';

export interface DemoOptions {
  key: string;
  /** A second key, with the cross-studio right. */
  chainKey?: string;
  /** 0 takes any free one. */
  port?: number;
  /** `YYYY-MM-DD`; bookings lie around it. */
  today?: () => string;
  now?: () => number;
  /** How long the slow customer takes. */
  slowMs?: number;
}

export interface DemoServer {
  origin: string;
  key: string;
  /** How many requests came so far. */
  requests: () => number;
  close: () => Promise<void>;
}

/** A search body holds a few short fields. */
const longestBody = 64 * 1024;

/** The API on loopback, with invented customers: real HTTP, its own key, the same answers every time. */
export async function startDemoServer(options: DemoOptions): Promise<DemoServer> {
  const { key, chainKey, port = 0, slowMs = 4_000, now = Date.now } = options;
  const today = options.today ?? (() => new Date(now()).toISOString().slice(0, 10));
  const routes = new Routes(new Studio(today), slowMs);
  const limiter = new RateLimiter(now);
  let requests = 0;

  async function respond(message: IncomingMessage): Promise<Answer> {
    const url = new URL(message.url ?? '/', 'http://localhost');
    const path = url.pathname;
    const method = message.method ?? 'GET';
    const language = languageOf(message.headers['accept-language']);
    const traceId = createHash('md5').update(`${requests} ${path}`).digest('hex');
    const error = (status: number) => ({ status, body: errorBody(status, language, traceId) });
    const sent = message.headers['x-api-key'];
    const chain = chainKey !== undefined && sent === chainKey;
    if (sent !== key && !chain) return error(401);
    if (method === 'HEAD') return { status: 200 };
    if (!limiter.admit(`${method} ${path.replace(/\/\d+/, '/{customerId}')}`)) return error(429);
    const body = await read(message);
    if (body === undefined) return error(413);
    return routes.answer({ method, path, query: url.searchParams, body, language, traceId, chain });
  }

  const server = createServer((message, response) => {
    requests += 1;
    respond(message)
      .then((answer) => write(response, message, answer))
      .catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    requests: () => requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function write(response: ServerResponse, message: IncomingMessage, answer: Answer): void {
  const type = answer.html === undefined ? 'application/json' : 'text/html';
  const text = answer.html ?? (answer.body === undefined ? '' : writeJson(answer.body));
  response.writeHead(answer.status, { 'Content-Type': `${type}; charset=utf-8` });
  response.end(message.method === 'HEAD' ? undefined : text);
}

/** German or English; anything else falls back to English, and without the header the studio's own is used. */
function languageOf(header: string | undefined): Language {
  return header === undefined || /^de\b/i.test(header.trim()) ? 'de' : 'en';
}

async function read(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message) {
    bytes += chunk.length;
    if (bytes > longestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
