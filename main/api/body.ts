import { Ended } from './problems';

/** Milliseconds of work after which main sees to whatever else there is: a key that was pressed, a window that is moved. */
const longestTurn = 8;

/**
 * Reads a body as text, piece by piece as it comes in, in the charset it names or UTF-8; ends the request with `tooLarge`
 * past `maxBytes`, counted after decompression, so that a gzip bomb stops early.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  request: AbortController,
  take: (piece: string) => void,
): Promise<void> {
  if (!response.body) return;
  const decoder = decoderFor(response.headers.get('content-type') ?? '');
  let bytes = 0;
  let turn = performance.now();
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      request.abort(new Ended('tooLarge'));
      throw request.signal.reason;
    }
    take(decoder.decode(value, { stream: true }));
    if (performance.now() - turn > longestTurn) {
      await new Promise(setImmediate);
      turn = performance.now();
    }
  }
  take(decoder.decode());
}

function decoderFor(contentType: string) {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
