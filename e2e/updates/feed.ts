import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

/** A private key and its certificate, as PEM. */
type Certified = { key: string; cert: string };

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** The private key that matches the packages of this run. */
export const releaseKey = () => createPrivateKey(process.env.RINGSIDE_TEST_UPDATE_KEY ?? '');

/** A static web server with a release, whose files can be replaced by faults. */
export class Feed {
  readonly #files = new Map<string, Answer>();
  readonly #sockets = new Set<Socket>();
  readonly #counts = new Map<string, number>();
  readonly #server;

  private constructor(tls: Certified | undefined) {
    const listener = (request: IncomingMessage, response: ServerResponse) => this.#answer(request, response);
    this.#server = tls ? createTlsServer(tls, listener) : createServer(listener);
  }

  /** @param tls certificate to serve TLS with */
  static async start(tls?: Certified): Promise<Feed> {
    const feed = new Feed(tls);
    feed.#server.on('connection', (socket) => {
      feed.#sockets.add(socket);
      socket.on('close', () => feed.#sockets.delete(socket));
    });
    await new Promise<void>((done) => feed.#server.listen(0, '127.0.0.1', done));
    return feed;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/ringside/`;
  }

  requests(path: string): number {
    return this.#counts.get(path) ?? 0;
  }

  /** Answers a file of the feed in this way. */
  on(name: string, answer: Answer | Buffer | string): void {
    const whole: Answer = (response) => response.end(answer);
    this.#files.set(`/ringside/${name}`, typeof answer === 'function' ? answer : whole);
  }

  /** Publishes a release as the release workflow does: the file, the manifest and its signature. */
  publish({
    version = '1.1.0',
    artifact,
    channel = 'latest',
    key = releaseKey(),
    url = `Ringside-${version}.AppImage`,
    more = {},
  }: {
    version?: string;
    artifact: Buffer;
    channel?: string;
    key?: KeyObject;
    url?: string;
    more?: object;
  }): void {
    const sha512 = createHash('sha512').update(artifact).digest('base64');
    const files = [{ url, sha512, size: artifact.length }];
    const manifest = Buffer.from(JSON.stringify({ version, files, releaseDate: '2026-11-23', ...more }));
    this.on(`${channel}-linux.yml`, manifest);
    this.on(`${channel}-linux.yml.sig`, sign(null, manifest, key).toString('base64'));
    this.on(`Ringside-${version}.AppImage`, artifact);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '', 'http://feed').pathname;
    this.#counts.set(path, this.requests(path) + 1);
    const answer = this.#files.get(path);
    if (answer) answer(response, request);
    else response.writeHead(404).end();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((closed) => this.#server.close(closed));
  }
}
