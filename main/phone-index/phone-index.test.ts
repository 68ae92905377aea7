import { expect, it } from 'vitest';
import type { StudioRef } from '../../preload/contract/studio';
import { type Digest, Digests } from './digests';
import { maxFound } from './phone-entries';
import { findMatches } from './phone-index';

const digests = new Digests(Buffer.alloc(32));
const text = ({ high, low }: Digest) => `${high} ${low}`;

/** The index of a studio in which these texts have these customers. */
function indexOf(studio: StudioRef, entries: Record<string, string[]>, country?: string) {
  const found = new Map(Object.entries(entries).map(([stored, ids]) => [text(digests.of(stored)), ids]));
  return { studio, country, find: (digest: Digest) => found.get(text(digest)) ?? [], isComplete: true };
}

const find = (number: string, ...indexes: ReturnType<typeof indexOf>[]) =>
  findMatches(number, indexes, digests, 'DE');

it('names a customer once for each studio, with its country', async () => {
  const [munich, wien] = ['https://a.example#1', 'https://a.example#2'];
  const entries = { '+4930901820': ['7'], '…0901820': ['7', '8'] };
  expect(await find('030 901820', indexOf(munich, entries, 'DE'), indexOf(wien, entries))).toEqual({
    exact: [
      { studio: munich, id: '7', country: 'DE' },
      { studio: wien, id: '7' },
    ],
    uncertain: [
      { studio: munich, id: '8', country: 'DE' },
      { studio: wien, id: '8' },
    ],
    isComplete: true,
  });
});

it('names nobody as uncertain whose whole number matches in another studio of the tenant', async () => {
  const matches = await find(
    '030 901820',
    indexOf('https://a.example#1', { '…0901820': ['7'] }),
    indexOf('https://a.example#2', { '+4930901820': ['7'] }),
  );
  expect(matches).toMatchObject({ exact: [{ id: '7' }], uncertain: [] });
});

it('names a bounded number of customers, of all studios together', async () => {
  const ids = (from: number) => Array.from({ length: maxFound - 1 }, (_, at) => String(from + at));
  const indexes = [1, 2, 3].map((studio) =>
    indexOf(`https://a.example#${studio}`, { '+4930901820': ids(1), '…0901820': ids(5_000) }),
  );
  const { exact, uncertain } = await find('030 901820', ...indexes);
  expect([exact.length, uncertain.length]).toEqual([maxFound, maxFound]);
});

it('main handles other events between two studios that take long', async () => {
  let hasEvent = false;
  const seen: boolean[] = [];
  const slow = [1, 2].map((studio) => ({
    ...indexOf(`https://a.example#${studio}`, {}),
    find: () => {
      seen.push(hasEvent);
      setImmediate(() => {
        hasEvent = true;
      });
      for (const until = performance.now() + 10; performance.now() < until; );
      return [];
    },
  }));
  await find('030 901820', ...slow);
  expect([seen[0], seen.at(-1)]).toEqual([false, true]);
});
