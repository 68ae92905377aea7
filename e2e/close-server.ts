import { once } from 'node:events';
import type { Server, Socket } from 'node:net';

/**
 * How to end a server and every connection it has, before it has any. `closeAllConnections` of Node's own knows neither a tunnel
 * (CONNECT) nor a connection whose TLS handshake is under way, and `close` would wait for both.
 */
export function closerOf(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
}
