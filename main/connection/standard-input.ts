import { createReadStream } from 'node:fs';
import { decodeRows } from './studio-rows';

/** Maximum length of standard input that is read, in bytes. */
const maxInputLength = 2 * 1024 * 1024;

/**
 * Reads standard input as a text: by its descriptor, because on Windows Electron's `process.stdin` delivers no data.
 *
 * @param fd descriptor of the file
 * @returns undefined when there is too much of it
 */
export async function standardInput(fd = 0): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream('', { fd, autoClose: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxInputLength) return undefined;
  }
  return decodeRows(Buffer.concat(chunks));
}
