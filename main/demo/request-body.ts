import type { IncomingMessage } from 'node:http';

/** A search holds a few short fields. */
export const longestBody = 64 * 1024;

/** The body as text; undefined past {@link longestBody} bytes, of which the rest is read but not kept. */
export async function readRequestBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message) {
    bytes += chunk.length;
    if (bytes <= longestBody) chunks.push(chunk);
  }
  return bytes <= longestBody ? Buffer.concat(chunks).toString('utf8') : undefined;
}
