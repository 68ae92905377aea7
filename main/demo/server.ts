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
  /** A second key, with the right to ask across the studios of the chain. */
  chainKey?: string;
  /** 0 takes any free one. */
  port?: number;
  /** `YYYY-MM-DD`; bookings lie around it. This machine's calendar when absent. */
  today?: () => string;
  /** Milliseconds; decides the rate limit. */
  now?: () => number;
  /** How many ordinary customers the studio has. */
  customers?: number;
  /** How long the slow example takes. */
  slowMs?: number;
}

export interface DemoServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  key: string;
  /** How many requests came so far, of any kind. */
  requests: () => number;
  /** Ends open connections too. */
  close: () => Promise<void>;
}

/** The language of the studio, which answers take when the request names none. */
const studioLanguage = 'de';

/** The API on loopback, with invented customers: real HTTP, its own key, the same answers every time. */
export async function startDemoServer(options: DemoOptions): Promise<DemoServer> {
  const { key, chainKey, port = 0, slowMs = 4_000, now = Date.now } = options;
  const routes = routesOf(new Studio(options.today ?? (() => localToday(now())), options.customers));
  const limiter = new RateLimiter(now);
  let requests = 0;

  async function respond(message: IncomingMessage, traceId: string): Promise<Answer> {
    const { method = '' } = message;
    const { 'x-api-key': sent, 'accept-language': language } = message.headers;
    const isChainKey = chainKey !== undefined && sent === chainKey;
    // Without a valid key there is no studio whose language could be taken.
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
      // What is left is a client that went away.
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

/** 32 hexadecimal digits: another one for every request, the same ones for the same requests after a start. */
function traceIdOf(count: number, { method, url }: IncomingMessage): string {
  return createHash('sha256').update(`${count} ${method} ${url}`).digest('hex').slice(0, 32);
}
