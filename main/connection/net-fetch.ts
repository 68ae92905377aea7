import { finished, type Readable } from 'node:stream';
import { type IncomingMessage, net, type Session } from 'electron';
import type { Answer, Fetch } from '../api/http-attempt';

/**
 * `fetch` by Electron's `net.request`, in a session. `session.fetch` copies each piece of an answer once more, and loads all of
 * Node's `fetch` for its `Request`, `Headers` and `Response`.
 */
export function fetchIn(session: Session): Fetch {
  return (url, { body, signal, ...options }) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const request = net.request({ session, url, ...options });
      const abort = () => {
        request.abort();
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      // Node keeps a combined signal as long as somebody listens to it.
      const ended = () => signal?.removeEventListener('abort', abort);
      request.on('error', (error) => {
        ended();
        reject(error);
      });
      request.on('response', (response) => {
        // Electron's types leave out that it is a stream. Without this, an error of an answer that nobody reads would end main.
        finished(response as IncomingMessage & Readable, ended);
        resolve(answerOf(response as IncomingMessage & Readable, abort));
      });
      request.end(body);
    });
}

function answerOf(response: IncomingMessage & Readable, cancel: () => void): Answer {
  return {
    status: response.statusCode,
    headers: {
      get(name) {
        const value = response.headers[name];
        return value === undefined ? null : [value].flat().join(', ');
      },
    },
    body: { [Symbol.asyncIterator]: () => piecesOf(response, cancel), cancel },
  };
}

/** The pieces of a body as they arrive. The iterator of the stream joins those that wait, which copies megabytes. */
async function* piecesOf(stream: Readable, cancel: () => void): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  let end: { error: Error | null | undefined } | undefined;
  let wake: () => void = () => undefined;
  stream.on('data', (piece: Uint8Array) => {
    // A stream that flows copies the next piece at once.
    stream.pause();
    waiting.push(piece);
    wake();
  });
  finished(stream, (error) => {
    end = { error };
    wake();
  });
  try {
    for (;;) {
      const piece = waiting.shift();
      if (piece) {
        yield piece;
        stream.resume();
      } else if (end) {
        if (end.error) throw end.error;
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    // The reader has enough, or has failed.
    if (!end) cancel();
  }
}
