import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { closerOf } from './close-server';

const challenge = 'Basic realm="office"';

/** A real proxy on loopback that requires credentials; all its targets are on loopback as well. */
export interface AuthenticatingProxy {
  address: string;
  /** Credentials of each request by host: `name:password`, or undefined. */
  told: (host: string) => (string | undefined)[];
  /** Changes the credentials that the proxy accepts. */
  wants: (name: string, password: string) => void;
  close: () => Promise<void>;
}

/** @param leadsTo loopback port for a host that no network has, such as `studio.example` */
export async function startAuthenticatingProxy(
  login: string,
  leadsTo: Record<string, number> = {},
): Promise<AuthenticatingProxy> {
  let wanted = login;
  const seen: { host: string; told: string | undefined }[] = [];
  const passes = (message: IncomingMessage, host: string) => {
    const [, basic] = /^Basic (.+)$/.exec(message.headers['proxy-authorization'] ?? '') ?? [];
    const told = basic === undefined ? undefined : Buffer.from(basic, 'base64').toString('utf8');
    seen.push({ host, told });
    return told === wanted;
  };
  const server = createServer((message, response) => {
    const url = new URL(message.url ?? '', 'http://proxy');
    if (url.pathname === '/proxy.pac') return response.end(pac());
    if (!passes(message, url.hostname))
      return response.writeHead(407, { 'Proxy-Authenticate': challenge }).end();
    const { 'proxy-authorization': _, ...headers } = message.headers;
    const onward = ask(url, { method: message.method, headers, agent: false });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    return message.pipe(onward);
  });
  const close = closerOf(server);
  server.on('connect', (message: IncomingMessage, socket) => {
    const [host = '', port] = (message.url ?? '').split(':');
    socket.on('error', () => undefined);
    if (!passes(message, host))
      return socket.end(
        `HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${challenge}\r\nContent-Length: 0\r\n\r\n`,
      );
    const onward = connect(leadsTo[host] ?? Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    socket.on('close', () => onward.destroy());
    return onward.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pac = () =>
    `function FindProxyForURL(url, host) { return host === 'studio.example' ? 'PROXY ${address}' : 'DIRECT'; }`;
  return {
    address,
    told: (host) => seen.filter((each) => each.host === host).map(({ told }) => told),
    wants: (name, password) => {
      wanted = `${name}:${password}`;
    },
    close,
  };
}
