import { WorkPauses } from '../work-pauses';
import { RequestAborted } from './problems';

/**
 * Reads a body piece by piece and converts it to UTF-8. Aborts the request with `tooLarge` above
 * `maxBytes`, which is counted after decompression, so that a gzip bomb stops early.
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
  const pauses = new WorkPauses();
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
    await pauses.afterTurn();
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
