import type { IncomingMessage } from 'node:http';

/** Maximum size of a search body, in bytes. */
export const maxBodyBytes = 64 * 1024;

/** Reads the body as text. Undefined above {@link maxBodyBytes} bytes; the rest is read and dropped. */
export async function readRequestBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message) {
    bytes += chunk.length;
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return bytes <= maxBodyBytes ? Buffer.concat(chunks).toString('utf8') : undefined;
}
