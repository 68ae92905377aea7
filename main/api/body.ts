import { Ended } from './problems';

/**
 * Reads a body as text, in the charset it names or UTF-8; ends the request with `tooLarge` past `maxBytes`, counted
 * after decompression, so that a gzip bomb stops early.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  request: AbortController,
): Promise<string> {
  if (!response.body) return '';
  const decoder = decoderFor(response.headers.get('content-type') ?? '');
  const parts: string[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      request.abort(new Ended('tooLarge'));
      throw request.signal.reason;
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  parts.push(decoder.decode());
  return parts.join('');
}

function decoderFor(contentType: string) {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
