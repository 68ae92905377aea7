import { createSocket } from 'node:dgram';
import { type AddressInfo, createServer, type Server } from 'node:net';

/** An outside listener that counts everything that arrives at its port by TCP or UDP. */
export class Listener {
  #heard = 0;
  readonly #tcp: Server;
  readonly #udp = createSocket('udp4').on('message', () => this.#hear());

  private constructor() {
    this.#tcp = createServer((socket) => {
      this.#hear();
      socket.destroy();
    });
  }

  static async open(): Promise<Listener> {
    const listener = new Listener();
    await new Promise<void>((done) => listener.#tcp.listen(0, '127.0.0.1', done));
    await new Promise<void>((done) => listener.#udp.bind(listener.port, '127.0.0.1', done));
    return listener;
  }

  get port(): number {
    return (this.#tcp.address() as AddressInfo).port;
  }

  /** Number of connections and packets so far. */
  get heard(): number {
    return this.#heard;
  }

  close(): void {
    this.#tcp.close();
    this.#udp.close();
  }

  #hear(): void {
    this.#heard += 1;
  }
}
