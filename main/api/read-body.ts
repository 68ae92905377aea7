import { RequestAborted } from './problems';

/** Milliseconds of work after which main sees to whatever else there is: a key that was pressed, a window that is moved. */
const longestTurn = 8;

/**
 * Reads a body piece by piece as it comes in, as UTF-8 whatever charset it names; ends the request with `tooLarge`
 * past `maxBytes`, counted after decompression, so that a gzip bomb stops early.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  request: AbortController,
  take: (piece: Buffer) => void,
): Promise<void> {
  if (!response.body) return;
  const other = otherCharset(response.headers.get('content-type') ?? '');
  let bytes = 0;
  let turn = performance.now();
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      request.abort(new RequestAborted('tooLarge'));
      throw request.signal.reason;
    }
    take(
      other
        ? Buffer.from(other.decode(value, { stream: true }))
        : Buffer.from(value.buffer, value.byteOffset, value.byteLength),
    );
    if (performance.now() - turn > longestTurn) {
      await new Promise(setImmediate);
      turn = performance.now();
    }
  }
  if (other) take(Buffer.from(other.decode()));
}

/** A decoder, where the charset is one we know and is not UTF-8. */
function otherCharset(contentType: string): InstanceType<typeof TextDecoder> | undefined {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    const decoder = new TextDecoder(charset);
    return decoder.encoding === 'utf-8' ? undefined : decoder;
  } catch {
    return undefined;
  }
}
