import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { servePage } from './app-protocol';
import type { PageAnswer } from './page-protocol';
import { pageUrl } from './page-url';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-page-'));
  await writeFile(join(folder, 'index.html'), '<title>Ringside</title>');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Serve = (request: { method: string; url: string }, done: (answer: PageAnswer) => void) => void;

/** Serves the folder, and returns what requests the page. */
function served(locked: Promise<void>): () => Promise<PageAnswer> {
  let serve: Serve = () => undefined;
  const protocol = {
    registerBufferProtocol: (_scheme: string, handler: Serve) => {
      serve = handler;
    },
  };
  const session = { protocol, webRequest: { onCompleted: () => undefined } };
  void servePage(session as unknown as Session, folder, locked);
  return () => new Promise((done) => serve({ method: 'GET', url: pageUrl }, done));
}

it('the page gets no file before it is locked down', async () => {
  const order: string[] = [];
  let lock: () => void = () => undefined;
  const locked = new Promise<void>((resolve) => {
    lock = resolve;
  });
  const answer = served(locked)().then(({ statusCode, data }) => order.push(`${statusCode} ${data}`));
  // An answer that does not wait would arrive meanwhile.
  for (let reads = 0; reads < 5; reads += 1) await readFile(join(folder, 'index.html'));
  order.push('locked');
  lock();
  await answer;
  expect(order).toEqual(['locked', '200 <title>Ringside</title>']);
});

it('the page gets no file when the lockdown has failed', async () => {
  const answer = await served(Promise.reject(new Error('No proxy')))();
  expect(answer).toMatchObject({ statusCode: 404, data: Buffer.alloc(0) });
});
