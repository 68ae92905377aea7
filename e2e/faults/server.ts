import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { ListFault } from '../../main/demo/list-faults';
import {
  type DemoOptions,
  type DemoServer,
  type ServedStudio,
  startDemoServer,
} from '../../main/demo/server';
import { closerOf } from '../close-server';

/** A request with full control over its answer: through `response`, or byte by byte through `socket`. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  socket: Socket;
  /** Count of requests to this path in this row, from 1. */
  count: number;
  /** Answers as the API does. */
  pass: () => void;
}

export type Rule = (exchange: Exchange) => void;

/** A private key and its certificate, as PEM. */
export interface Certified {
  key: string;
  cert: string;
}

/** The demo API behind a server with rules: it forwards every request that no rule answers. */
export class FaultServer {
  /** When off, every answer closes its connection, so that Chromium does not repeat requests on its own. */
  keepAlive = false;
  readonly #rules = new Map<string, Rule>();
  readonly #counts = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  #heard: (request: IncomingMessage) => void = () => undefined;
  readonly #server;
  /** Refuses connections from now on. */
  readonly stopListening: () => Promise<void>;
  readonly #scheme;
  #port = 0;

  private constructor(
    private readonly api: DemoServer,
    tls: Certified | undefined,
  ) {
    const listener = (request: IncomingMessage, response: ServerResponse) => this.#answer(request, response);
    this.#server = tls ? createTlsServer(tls, listener) : createServer(listener);
    this.stopListening = closerOf(this.#server);
    this.#scheme = tls ? 'https' : 'http';
  }

  /** @param tls certificate to serve TLS with */
  static async start(key: string, tls?: Certified, options: Partial<DemoOptions> = {}): Promise<FaultServer> {
    const server = new FaultServer(await startDemoServer({ key, ...options }), tls);
    await server.listen();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `${this.#scheme}://127.0.0.1:${this.#port}`;
  }

  /** The studios of the demo API, at the address of this server. */
  get studios(): ServedStudio[] {
    return this.api.studios.map((studio) => ({
      ...studio,
      address: studio.address.replace(this.api.origin, this.origin),
    }));
  }

  /** Sets how `GET /v1/customers` fails from the second request of a studio on, or ends it. */
  failLists(how: ListFault | undefined): void {
    this.api.failLists(how);
  }

  /** Number of requests to a path since the last {@link clear}, or of all requests. */
  requests(path?: string): number {
    if (path !== undefined) return this.#counts.get(path) ?? 0;
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Answers a path (without its query) with this rule until {@link clear}. */
  on(path: string, rule: Rule): void {
    this.#rules.set(path, rule);
  }

  /** Sets the listener for every request, including those that a rule answers. */
  onEvery(heard: (request: IncomingMessage) => void): void {
    this.#heard = heard;
  }

  /** Resolves when a path has received this many requests. */
  async arrived(path: string, count = 1): Promise<void> {
    while (this.requests(path) < count) await new Promise<void>((done) => this.#waiting.add(done));
  }

  /** Removes rules and counts, and closes open connections. */
  clear(): void {
    this.keepAlive = false;
    this.#rules.clear();
    this.#counts.clear();
    this.#server.closeAllConnections();
  }

  /** Listens, on the same port as before if there was one. */
  async listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    if (this.#server.listening) await this.stopListening();
    await this.api.close();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const [path = ''] = (request.url ?? '').split('?');
    this.#heard(request);
    const count = this.requests(path) + 1;
    this.#counts.set(path, count);
    response.shouldKeepAlive = this.keepAlive;
    // Many rules expect a client that disconnects.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    const pass = () => this.#pass(request, response);
    const rule = this.#rules.get(path);
    if (rule) rule({ request, response, socket: request.socket, count, pass });
    else pass();
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  #pass(request: IncomingMessage, response: ServerResponse): void {
    const { method, headers } = request;
    const onward = ask(`${this.api.origin}${request.url}`, { method, headers, agent: false });
    onward.on('response', (answer) => {
      // Ringside decides about its connection, not the demo server.
      const { connection: _, 'keep-alive': __, ...passed } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, passed);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }
}
