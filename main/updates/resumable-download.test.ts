import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadResumably } from './resumable-download';

const file = randomBytes(300_000);
const sha512 = createHash('sha512').update(file).digest('base64');

/** Answers a range of the file, as a static web server does. */
function ranged(request: IncomingMessage, response: ServerResponse, body = file): void {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]);
  response.writeHead(206, { 'Content-Range': `bytes ${from}-${body.length - 1}/${body.length}` });
  response.end(body.subarray(from));
}

describe('downloadResumably', () => {
  let folder: string;
  let ranges: (string | undefined)[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answer(request, response);
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringside-download-'));
    ranges = [];
    answer = ranged;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true });
  });

  const told: number[] = [];
  const get = (size = file.length, signal = new AbortController().signal) => {
    told.length = 0;
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
    const destination = join(folder, 'file');
    return downloadResumably(
      fetch,
      { url, sha512, size },
      folder,
      destination,
      (percent) => told.push(percent),
      signal,
    );
  };
  const whole = async () => (await readFile(join(folder, 'file'))).equals(file);
  /** Closes the connection after `bytes` bytes. */
  const cutAfter = (bytes: number): typeof answer => {
    return (_request, response) => {
      response.writeHead(200, { 'Content-Length': file.length });
      response.write(file.subarray(0, bytes), () => setImmediate(() => response.destroy()));
    };
  };

  it('downloads the file and leaves no other files', async () => {
    await get();
    expect(await whole()).toBe(true);
    expect(await readdir(folder)).toEqual(['file']);
    expect(told.at(-1)).toBe(100);
  });

  it('requests the rest of an interrupted download, and reports progress from there', async () => {
    answer = cutAfter(200_000);
    await expect(get()).rejects.toThrow();
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^[\da-f]{32}\.part$/)]);
    answer = ranged;
    await get();
    expect(await whole()).toBe(true);
    const from = Number(/\d+/.exec(ranges[1] ?? '')?.[0]);
    expect(from).toBeGreaterThan(0);
    expect(told[0]).toBeGreaterThan((from / file.length) * 100);
  });

  it('starts over when the server does not support ranges', async () => {
    answer = cutAfter(200_000);
    await expect(get()).rejects.toThrow();
    answer = (_request, response) => response.end(file);
    await get();
    expect(await whole()).toBe(true);
  });

  it('refuses a range that was not requested', async () => {
    answer = cutAfter(200_000);
    await expect(get()).rejects.toThrow();
    answer = (_request, response) => {
      response.writeHead(206, { 'Content-Range': `bytes 5-${file.length - 1}/${file.length}` });
      response.end(file.subarray(5));
    };
    await expect(get()).rejects.toThrow('No file');
    answer = ranged;
    await get();
    expect(await whole()).toBe(true);
  });

  it('drops a file whose rest belongs to another one, so that the next attempt is complete', async () => {
    answer = cutAfter(200_000);
    await expect(get()).rejects.toThrow();
    answer = (request, response) => ranged(request, response, randomBytes(file.length));
    await expect(get()).rejects.toThrow('tampered');
    expect(await readdir(folder)).toEqual([]);
    answer = ranged;
    await get();
    expect(ranges.at(-1)).toBe('bytes=0-');
  });

  it('stops at the signed size', async () => {
    let closed = false;
    answer = (_request, response) => {
      response.on('close', () => {
        closed = true;
      });
      const more = () => {
        while (!closed && response.write(file));
        if (!closed) response.once('drain', more);
      };
      more();
    };
    await expect(get()).rejects.toThrow('tampered');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([404, 416, 500])('keeps received bytes when the server answers %i', async (status) => {
    answer = cutAfter(200_000);
    await expect(get()).rejects.toThrow();
    answer = (_request, response) => response.writeHead(status).end('no');
    await expect(get()).rejects.toThrow('No file');
    answer = ranged;
    await get();
    expect(await whole()).toBe(true);
  });

  it('removes the parts of another version', async () => {
    await writeFile(join(folder, `${'0'.repeat(32)}.part`), 'old');
    await get();
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    answer = (_request, response) => {
      response.writeHead(200);
      response.write(file.subarray(0, 10), () => stop.abort());
    };
    await expect(get(file.length, stop.signal)).rejects.toThrow();
  });
});
