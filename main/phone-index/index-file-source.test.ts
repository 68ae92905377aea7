import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { RequestAborted } from '../api/problems';
import { FileUnavailable, sourceOf } from './index-file-source';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A web server, and the requests that it has received. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const never = new AbortController().signal;
const none = () => undefined;
const get = (url: string, tag?: string, signal = never) => sourceOf(url, fetch)(tag, signal, none);
const failed = (getting: Promise<unknown>) =>
  getting.then(
    () => 'nothing failed',
    (error: unknown) => (error instanceof FileUnavailable ? error.detail : error),
  );

describe('on a web server', () => {
  const file = (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else if (request.url?.startsWith('/index.sig')) response.end('the signature\n');
    else response.setHeader('ETag', '"1"').end('the file');
  };

  it('the file and its signature are fetched, and the file again only when its ETag changed', async () => {
    const { origin, requests } = await serve(file);
    const fetched = await get(`${origin}/index?token=a`);
    if (fetched === 'unchanged') throw new Error('unchanged');
    expect(Buffer.from(fetched.content.bytes).toString()).toBe('the file');
    expect(fetched).toMatchObject({ signature: 'the signature\n', tag: '"1"' });
    expect(await get(`${origin}/index?token=a`, fetched.tag)).toBe('unchanged');
    expect(requests.map(({ url }) => url)).toEqual([
      '/index?token=a',
      '/index.sig?token=a',
      '/index?token=a',
    ]);
  });

  it('an answer of 304 that nobody asked for is no file', async () => {
    const { origin } = await serve((_, response) => response.writeHead(304).end());
    expect(await failed(get(`${origin}/index`))).toBe('HTTP 304');
  });

  it('a redirect is not followed', async () => {
    const other = await serve(file);
    const { origin } = await serve((_, response) =>
      response.writeHead(302, { Location: `${other.origin}/index` }).end(),
    );
    await expect(get(`${origin}/index`)).rejects.toThrow(FileUnavailable);
    expect(other.requests).toEqual([]);
  });

  it.each([
    ['no file', '/nothing', 'HTTP 404'],
    ['no signature', '/index.sig', 'HTTP 404 .sig'],
  ])('%s', async (_, missing, detail) => {
    const { origin } = await serve(({ url }, response) =>
      url === '/index' && missing === '/index.sig'
        ? response.end('the file')
        : response.writeHead(404).end('<html>'),
    );
    expect(await failed(get(`${origin}/index`))).toBe(detail);
  });

  it('a signature that does not end', async () => {
    const { origin } = await serve(({ url }, response) => {
      if (url === '/index') response.end('the file');
      else response.write('x'.repeat(100_000));
    });
    expect(await failed(get(`${origin}/index`))).toBe('tooLarge');
  });

  it('an answer that stops, until the time limit', async () => {
    const { origin } = await serve((_, response) => response.write('the'));
    const limit = new AbortController();
    const getting = failed(
      sourceOf(`${origin}/index`, fetch)(undefined, limit.signal, () => {
        limit.abort(new RequestAborted('timeout'));
      }),
    );
    expect(await getting).toBe('timeout');
  });

  it('an ETag of any length is not kept', async () => {
    const { origin } = await serve(({ url }, response) => {
      if (url === '/index') response.setHeader('ETag', `"${'x'.repeat(1_000)}"`);
      response.end('x');
    });
    expect(await get(`${origin}/index`)).not.toHaveProperty('tag');
  });

  it('nothing listens there', async () => {
    const { origin } = await serve(file);
    for (const end of ends.splice(0)) await end();
    expect(await failed(get(`${origin}/index`))).toBe('unreachable');
  });
});

describe('on a share', () => {
  async function share() {
    const folder = await mkdtemp(join(tmpdir(), 'ringside index '));
    ends.push(() => rm(folder, { recursive: true }));
    const path = join(folder, 'index #1');
    await writeFile(path, 'the file');
    await writeFile(`${path}.sig`, 'the signature');
    return { path, url: pathToFileURL(path).href };
  }

  it('the file and its signature are read, and again only when it was written', async () => {
    const { path, url } = await share();
    const read = await get(url);
    if (read === 'unchanged') throw new Error('unchanged');
    expect(Buffer.from(read.content.bytes).toString()).toBe('the file');
    expect(read.signature).toBe('the signature');
    expect(await get(url, read.tag)).toBe('unchanged');
    await utimes(path, 1, 1);
    expect(await get(url, read.tag)).toMatchObject({ signature: 'the signature' });
  });

  it('a file or a signature that is missing', async () => {
    const { path, url } = await share();
    expect(await failed(get(`${url}x`))).toBe('ENOENT');
    await rm(`${path}.sig`);
    expect(await failed(get(url))).toBe('ENOENT');
  });

  /** Work in the threads for files, which begins after what was asked of them before. */
  async function otherFileWork(): Promise<string> {
    for (let times = 0; times < 50; times += 1) await stat(tmpdir());
    return 'waits';
  }

  // A pipe that nobody writes to is opened as late as a file on a share that does not respond.
  it.skipIf(process.platform === 'win32')('a share that hangs, until the time limit', async () => {
    const { path, url } = await share();
    const pipe = `${path}.pipe`;
    await rename(path, `${path}.whole`);
    execFileSync('mkfifo', [path]);
    const [source, limit, other] = [sourceOf(url, fetch), new AbortController(), new AbortController()];
    const getting = failed(source(undefined, limit.signal, none));
    await otherFileWork();
    limit.abort(new RequestAborted('timeout'));
    expect(await getting).toBe('timeout');

    // Nothing is opened while that hangs: it would take another thread.
    await rename(path, pipe);
    await rename(`${path}.whole`, path);
    const again = failed(source(undefined, other.signal, none));
    expect(await Promise.race([again, otherFileWork()])).toBe('waits');
    other.abort(new RequestAborted('timeout'));
    expect(await again).toBe('timeout');

    await (await open(pipe, 'r+')).close();
    expect(await source(undefined, never, none)).toMatchObject({ signature: 'the signature' });
  });

  it('a folder in place of the file', async () => {
    expect(await failed(get(pathToFileURL(tmpdir()).href))).toMatch(/^E[A-Z]+$/);
  });
});
