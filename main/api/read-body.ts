import { WorkPauses } from '../work-pauses';
import type { Answer } from './http-attempt';
import { RequestAborted } from './problems';

/** Maximum size of what is read in one go, in bytes: Electron hands over up to 2 MB at once. */
const maxPiece = 64 * 1024;

/**
 * Reads a body piece by piece and converts it to UTF-8. Aborts the request with `tooLarge` above
 * `maxBytes`, which is counted after decompression, so that a gzip bomb stops early.
 *
 * @param take takes a piece; when it returns true, the rest is not wanted and the request is ended
 */
export async function readBody(
  response: Answer,
  maxBytes: number,
  request: AbortController,
  take: (piece: Buffer) => boolean,
): Promise<void> {
  if (!response.body) return;
  const other = otherCharset(response.headers.get('content-type') ?? '');
  let bytes = 0;
  const pauses = new WorkPauses();
  for await (const value of response.body) {
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      request.abort(new RequestAborted('tooLarge'));
      throw request.signal.reason;
    }
    for (let from = 0; from < value.byteLength; from += maxPiece) {
      const part = value.subarray(from, from + maxPiece);
      const hasEnough = take(
        other
          ? Buffer.from(other.decode(part, { stream: true }))
          : Buffer.from(part.buffer, part.byteOffset, part.byteLength),
      );
      if (hasEnough) return request.abort();
      await pauses.afterTurn();
    }
  }
  if (other) take(Buffer.from(other.decode()));
}

/** Decoder for a known charset other than UTF-8; otherwise undefined. */
function otherCharset(contentType: string): InstanceType<typeof TextDecoder> | undefined {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    const decoder = new TextDecoder(charset);
    return decoder.encoding === 'utf-8' ? undefined : decoder;
  } catch {
    return undefined;
  }
}
