import { once } from 'node:events';
import type { Server, Socket } from 'node:net';

/**
 * Returns a function that closes a server with all its connections; call it before the first connection. Node's
 * `closeAllConnections` misses tunnels (CONNECT) and connections during their TLS handshake, and `close` would wait
 * for both.
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
