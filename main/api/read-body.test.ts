import { afterEach, expect, it, vi } from 'vitest';
import { readBody } from './read-body';

afterEach(() => vi.restoreAllMocks());

it('handles other events while it reads half a megabyte that arrived at once, and loses no byte', async () => {
  const body = Buffer.alloc(512 * 1024, 'ab');
  const pieces: Buffer[] = [];
  await new Promise(setImmediate);
  // A clock on which each piece takes ten milliseconds.
  let ms = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (ms += 10));
  let events = 0;
  let isRead = false;
  const count = () => {
    events += 1;
    if (!isRead) setImmediate(count);
  };
  setImmediate(count);
  const arrived = new ReadableStream<Uint8Array>({
    start(stream) {
      stream.enqueue(body);
      stream.close();
    },
  });
  await readBody(new Response(arrived), body.length, new AbortController(), (piece) => {
    pieces.push(piece);
    return false;
  });
  isRead = true;
  expect(Buffer.concat(pieces).equals(body)).toBe(true);
  expect(events).toBeGreaterThanOrEqual(4);
});
