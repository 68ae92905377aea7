import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UpdateRefused } from './update-refused';

/** One file of a signed manifest. */
export interface Artifact {
  url: string;
  /** Base64. */
  sha512: string;
  /** In bytes. */
  size: number;
}

const ending = '.part';

/**
 * Downloads a file in as many parts as the network allows. Received bytes stay in `folder`, and the next call, in
 * this run or a later one, requests the rest (RFC 9110, section 14).
 *
 * @param fetch rejects when the connection breaks
 * @param destination written only after the file is verified
 * @param progress in per cent
 * @throws UpdateRefused when the file is not that of the manifest; nothing of it is kept
 */
export async function downloadResumably(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  artifact: Artifact,
  folder: string,
  destination: string,
  progress: (percent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const name = `${Buffer.from(artifact.sha512, 'base64').toString('hex').slice(0, 32)}${ending}`;
  const part = join(folder, name);
  // Remains of a version that was superseded.
  for (const other of await readdir(folder))
    if (other.endsWith(ending) && other !== name) await rm(join(folder, other), { force: true });
  try {
    const come = await sizeOf(part);
    if (come < artifact.size) await fetchRest(fetch, artifact, part, come, progress, signal);
    const hash = createHash('sha512');
    await pipeline(createReadStream(part), hash, { signal });
    if (hash.digest('base64') !== artifact.sha512) throw new UpdateRefused('tampered');
    await copyFile(part, destination);
    await rm(part, { force: true });
  } catch (error) {
    if (error instanceof UpdateRefused) await rm(part, { force: true });
    throw error;
  }
}

async function fetchRest(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  { url, size }: Artifact,
  part: string,
  come: number,
  progress: (percent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(url, { headers: { Range: `bytes=${come}-` }, signal });
  const resumed = response.status === 206;
  const from = resumed ? Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]) : 0;
  // A server without range support sends the whole file. An answer that starts at another offset than requested would
  // corrupt it.
  if (!response.body || (response.status !== 200 && !(resumed && from === come))) throw new Error('No file');
  const file = await open(part, resumed ? 'a' : 'w', 0o600);
  try {
    let at = from;
    const reader = response.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      at += read.value.length;
      if (at > size) {
        await reader.cancel();
        // SECURITY: a file that exceeds the signed size is wrong, and a feed must not fill the disk.
        throw new UpdateRefused('tampered');
      }
      await file.write(read.value);
      progress((at / size) * 100);
    }
    if (at < size) throw new Error('The answer broke off');
  } finally {
    await file.close();
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}
