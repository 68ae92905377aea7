import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Answer, Fetch } from '../api/http-attempt';
import { fromNetworkError } from '../api/problems';
import { collectContent, type FileContent, FileTooLarge } from './index-file';

/** Limit of a signature file, in bytes: base64 of 64 bytes. */
const maxSignatureBytes = 1_024;

/** Maximum length of a tag that is kept and sent back. */
const maxTagLength = 200;

/** Bytes of a file on a share that are read at once. */
const pieceBytes = 256 * 1024;

/** A file with its signature, and what tells its version from others. */
export interface FetchedFile {
  content: FileContent;
  signature: string;
  tag?: string;
}

/**
 * Gets the file and its signature from a web server or a file share.
 *
 * @param tag of the file that is in use: when it is the same, the answer is `unchanged`
 * @param signal ends it at once, even where the file share does not respond
 * @param onProgress called when bytes have arrived
 * @throws FileUnavailable
 */
export type IndexFileSource = (
  tag: string | undefined,
  signal: AbortSignal,
  onProgress: () => void,
) => Promise<FetchedFile | 'unchanged'>;

/** Error of a file that cannot be had. `detail` names the cause for engineering. */
export class FileUnavailable extends Error {
  constructor(readonly detail: string) {
    super(detail);
  }
}

/** Where the policy says that the file is; see `phoneIndexUrl`. */
export function sourceOf(url: string, fetch: Fetch): IndexFileSource {
  const file = new URL(url);
  const get = file.protocol === 'file:' ? oneAtATime(readFromShare) : fetchFromWeb;
  return async (tag, signal, onProgress) => {
    try {
      return await untilAborted(get({ file, fetch, tag, signal, onProgress }), signal);
    } catch (error) {
      if (error instanceof FileUnavailable) throw error;
      throw new FileUnavailable(detailOf(signal.aborted ? signal.reason : error));
    }
  };
}

/** The same, but each reading waits until the last one has ended. A share that hangs keeps a thread of the process busy. */
function oneAtATime(read: typeof readFromShare): typeof readFromShare {
  let last: Promise<unknown> = Promise.resolve();
  return (reading) => {
    const next = last.then(() => {
      reading.signal.throwIfAborted();
      return read(reading);
    });
    last = next.catch(() => undefined);
    return next;
  };
}

/** The result of work, or the reason of the signal: opening a file cannot be aborted. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

interface Reading {
  file: URL;
  fetch: Fetch;
  tag: string | undefined;
  signal: AbortSignal;
  onProgress: () => void;
}

async function fetchFromWeb({
  file,
  fetch,
  tag,
  signal,
  onProgress,
}: Reading): Promise<FetchedFile | 'unchanged'> {
  const get = (url: URL, headers: Record<string, string> = {}) =>
    fetch(url.href, {
      headers,
      // SECURITY: the policy names the server; another one must not take its place.
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      signal,
    });
  const response = await get(file, tag === undefined ? {} : { 'If-None-Match': tag });
  onProgress();
  if (response.status === 304 && tag !== undefined) {
    await response.body?.cancel();
    return 'unchanged';
  }
  const content = await collectContent(bodyOf(response, onProgress));
  const signature = await collectContent(
    bodyOf(await get(signatureOf(file)), onProgress, '.sig'),
    maxSignatureBytes,
  );
  const etag = response.headers.get('etag');
  return {
    content,
    signature: Buffer.from(signature.bytes).toString(),
    ...(etag && etag.length <= maxTagLength && { tag: etag }),
  };
}

/** The signature is beside the file; a query, such as a server's access token, stays. */
function signatureOf(file: URL): URL {
  const url = new URL(file);
  url.pathname += '.sig';
  return url;
}

async function* bodyOf(response: Answer, onProgress: () => void, what = ''): AsyncGenerator<Uint8Array> {
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new FileUnavailable(`HTTP ${response.status}${what && ` ${what}`}`);
  }
  if (!response.body) return;
  // After the limit this loop ends, and the rest is not fetched.
  for await (const value of response.body) {
    onProgress();
    yield value;
  }
}

async function readFromShare({ file, tag, signal, onProgress }: Reading): Promise<FetchedFile | 'unchanged'> {
  const path = fileURLToPath(file);
  const handle = await open(path);
  try {
    signal.throwIfAborted();
    const { mtimeMs, size } = await handle.stat();
    const now = `${mtimeMs} ${size}`;
    if (now === tag) return 'unchanged';
    const content = await collectContent(
      piecesOf(handle.createReadStream({ highWaterMark: pieceBytes, autoClose: false, signal }), onProgress),
    );
    const signature = await collectContent(
      piecesOf(createReadStream(`${path}.sig`, { signal }), onProgress),
      maxSignatureBytes,
    );
    return { content, signature: Buffer.from(signature.bytes).toString(), tag: now };
  } finally {
    await handle.close();
  }
}

async function* piecesOf(pieces: AsyncIterable<Buffer>, onProgress: () => void): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    onProgress();
    yield piece;
  }
}

/** SECURITY: the code of an error and never its message, which may quote a path with the name of a user. */
function detailOf(error: unknown): string {
  if (error instanceof FileTooLarge) return 'tooLarge';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  const { kind, detail } = fromNetworkError(error);
  return detail ?? kind;
}
