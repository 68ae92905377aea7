import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { localToday } from './calendar';
import { type DemoChain, type DemoStudioPlan, demoChains } from './chains';
import { type ErrorContext, type ErrorName, errorBody, statusOf } from './error-body';
import { GeneratedStudio, generatedChain } from './generated-studio';
import { languageOf } from './languages';
import { type ListFault, ListFaults } from './list-faults';
import { RateLimiter } from './rate-limiter';
import { readRequestBody } from './request-body';
import type { Route } from './route';
import { match } from './router';
import { routesOf } from './routes';
import { type Answer, send } from './send-answer';
import { Studio } from './studio-data';

export interface DemoOptions {
  /** Key of the first studio. The keys of the others begin with it. */
  key: string;
  /** A second key of the first studio, with the cross-studio scope. */
  chainKey?: string;
  /** 0 uses any free port. */
  port?: number;
  /** `YYYY-MM-DD`, for the dates of bookings; the local date when absent. */
  today?: () => string;
  /** Milliseconds since the epoch, for the rate limit. */
  now?: () => number;
  /** Number of ordinary customers of the first studio. */
  customers?: number;
  /** Delay of the slow examples, in milliseconds. */
  slowMs?: number;
  /** Number of customers of a further studio that is generated; there is none when absent. */
  generated?: number;
  /** How `GET /v1/customers` fails. */
  listFault?: ListFault;
}

/** A studio of the demo server, and the key that opens it. */
export interface ServedStudio {
  address: string;
  id: string;
  name: string;
  key: string;
}

export interface DemoServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** Key of the first studio. */
  key: string;
  /** The studios of all chains that have a key, the first studio first. */
  studios: ServedStudio[];
  /** Number of requests so far, of any kind. */
  requests: () => number;
  /** Sets how `GET /v1/customers` fails from the next slice but one on, or ends it. */
  failLists: (how: ListFault | undefined) => void;
  /** Stops the server and closes open connections. */
  close: () => Promise<void>;
}

/** Language of the studios, for answers to requests that name none. */
const studioLanguage = 'de';

/** What a key opens. */
interface Opened {
  chain: DemoChain;
  studio: Studio;
  routes: Route[];
  searchesChain: boolean;
}

/** The API on loopback with invented customers: real HTTP, keys of its own, the same answers every time. */
export async function startDemoServer(options: DemoOptions): Promise<DemoServer> {
  const { port = 0, slowMs = 4_000, now = Date.now } = options;
  const listFaults = new ListFaults(options.listFault);
  const keys = openedByKey(options, listFaults);
  const limiter = new RateLimiter(now);
  let requests = 0;

  async function respond(message: IncomingMessage, traceId: string): Promise<Answer> {
    const { method = '' } = message;
    const { 'x-api-key': sent = '', 'accept-language': language } = message.headers;
    const [url = '', query = ''] = (message.url ?? '').split(/\?(.*)/s);
    const opened = keys.get(String(sent));
    const isHere = opened && url.startsWith(`${opened.chain.path}/`);
    // Without a valid key no studio is known, so neither is its language.
    if (!isHere || opened.studio.plan.keyIs === 'refused')
      return failure('authentication', { traceId, language: languageOf(language, 'en') });
    const context: ErrorContext = { traceId, language: languageOf(language, studioLanguage) };
    if (method === 'HEAD') return { status: 200 };

    const found = match(opened.routes, method, url.slice(opened.chain.path.length));
    if (!found) return failure('notFound', context);
    if ('allowed' in found) return { ...failure('method', context), headers: { Allow: found.allowed } };
    const { route, id } = found;
    const isBusy = opened.studio.plan.keyIs === 'rateLimited' && !route.endpoint.includes('/studios/');
    if (isBusy || !limiter.admit(`${sent} ${method} ${route.endpoint}`)) return failure('rateLimit', context);
    const body = await readRequestBody(message);
    if (body === undefined) return failure('tooLarge', context);
    const request = { ...context, key: String(sent), slowMs, isChainKey: opened.searchesChain };
    const answer = route.answer({ ...request, query: new URLSearchParams(query), body }, id);
    return opened.studio.plan.keyIs === 'slow' ? { ...answer, delayMs: slowMs } : answer;
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
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    key: options.key,
    studios: servedStudios(origin, options),
    requests: () => requests,
    failLists: (how) => listFaults.set(how),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Key of a studio: that of the options for the first one, and one derived from it for each other. */
function keyOf({ number }: DemoStudioPlan, firstKey: string): string {
  return number === 1 ? firstKey : `${firstKey}-${number}`;
}

function openedByKey(options: DemoOptions, listFaults: ListFaults): Map<string, Opened> {
  const { key, chainKey, now = Date.now, today = () => localToday(now()), customers } = options;
  const keys = new Map<string, Opened>();
  for (const chain of chainsOf(options)) {
    const studios = chain.studios.map((plan) =>
      chain === generatedChain
        ? new GeneratedStudio(options.generated ?? 0, today)
        : new Studio(plan, today, customers),
    );
    for (const studio of studios) {
      studio.join(studios);
      if (studio.plan.keyIs === 'absent') continue;
      const opened = { chain, studio, routes: routesOf(studio, listFaults), searchesChain: false };
      keys.set(keyOf(studio.plan, key), opened);
      if (studio.plan.searchesChain && chainKey !== undefined)
        keys.set(chainKey, { ...opened, searchesChain: true });
    }
  }
  return keys;
}

function chainsOf({ generated }: DemoOptions): readonly DemoChain[] {
  return generated === undefined ? demoChains : [...demoChains, generatedChain];
}

function servedStudios(origin: string, options: DemoOptions): ServedStudio[] {
  return chainsOf(options).flatMap(({ path, studios }) =>
    studios
      .filter(({ keyIs }) => keyIs !== 'absent')
      .map((plan) => ({
        address: origin + path,
        id: plan.id,
        name: plan.name,
        key: keyOf(plan, options.key),
      })),
  );
}

function failure(name: ErrorName, context: ErrorContext): Answer {
  return { status: statusOf[name], body: errorBody(name, context) };
}

/** 32 hexadecimal digits, different for every request, and the same for the same requests after a restart. */
function traceIdOf(count: number, { method, url }: IncomingMessage): string {
  return createHash('sha256').update(`${count} ${method} ${url}`).digest('hex').slice(0, 32);
}
