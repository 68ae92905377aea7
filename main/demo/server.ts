import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type Answer, send } from './answer';
import { localToday } from './calendar';
import { type ErrorName, errorBody, statusOf, type Voice } from './error-body';
import { languageOf } from './languages';
import { RateLimiter } from './rate-limiter';
import { readRequestBody } from './request-body';
import { match } from './router';
import { routesOf } from './routes';
import { Studio } from './studio';

export interface DemoOptions {
  key: string;
  /** A second key, with the cross-studio scope. */
  chainKey?: string;
  /** 0 uses any free port. */
  port?: number;
  /** `YYYY-MM-DD`, for the dates of bookings; the local date when absent. */
  today?: () => string;
  /** Milliseconds since the epoch, for the rate limit. */
  now?: () => number;
  /** Number of ordinary customers of the studio. */
  customers?: number;
  /** Delay of the slow example, in milliseconds. */
  slowMs?: number;
}

export interface DemoServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  key: string;
  /** Number of requests so far, of any kind. */
  requests: () => number;
  /** Stops the server and closes open connections. */
  close: () => Promise<void>;
}

/** Language of the studio, for answers to requests that name none. */
const studioLanguage = 'de';

/** The API on loopback with invented customers: real HTTP, a key of its own, the same answers every time. */
export async function startDemoServer(options: DemoOptions): Promise<DemoServer> {
  const { key, chainKey, port = 0, slowMs = 4_000, now = Date.now } = options;
  const routes = routesOf(new Studio(options.today ?? (() => localToday(now())), options.customers));
  const limiter = new RateLimiter(now);
  let requests = 0;

  async function respond(message: IncomingMessage, traceId: string): Promise<Answer> {
    const { method = '' } = message;
    const { 'x-api-key': sent, 'accept-language': language } = message.headers;
    const isChainKey = chainKey !== undefined && sent === chainKey;
    // Without a valid key no studio is known, so neither is its language.
    if (sent !== key && !isChainKey)
      return failure('authentication', { traceId, language: languageOf(language, 'en') });
    const voice: Voice = { traceId, language: languageOf(language, studioLanguage) };
    if (method === 'HEAD') return { status: 200 };

    const [path = '', query = ''] = (message.url ?? '').split(/\?(.*)/s);
    const found = match(routes, method, path);
    if (!found) return failure('notFound', voice);
    if ('allowed' in found) return { ...failure('method', voice), headers: { Allow: found.allowed } };
    const { route, id } = found;
    if (!limiter.admit(`${method} ${route.endpoint}`)) return failure('rateLimit', voice);
    const body = await readRequestBody(message);
    if (body === undefined) return failure('tooLarge', voice);
    const asking = { ...voice, key: isChainKey ? chainKey : key, slowMs };
    return route.answer({ ...asking, query: new URLSearchParams(query), body, isChainKey }, id);
  }

  const server = createServer((message, response) => {
    requests += 1;
    const traceId = traceIdOf(requests, message);
    respond(message, traceId)
      .catch((bug: Error) => {
        if (!response.destroyed) process.emitWarning(bug);
        return failure('internal', { traceId, language: studioLanguage });
      })
      .then((answer) => send(response, answer))
      // Sending fails when the client disconnects; then nobody is left to answer.
      .catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Listening on no TCP port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    key,
    requests: () => requests,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function failure(name: ErrorName, voice: Voice): Answer {
  return { status: statusOf[name], body: errorBody(name, voice) };
}

/** 32 hexadecimal digits, different for every request, and the same for the same requests after a restart. */
function traceIdOf(count: number, { method, url }: IncomingMessage): string {
  return createHash('sha256').update(`${count} ${method} ${url}`).digest('hex').slice(0, 32);
}
