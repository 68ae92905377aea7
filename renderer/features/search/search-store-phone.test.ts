import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchAnswer, SearchHit } from '../../../preload/contract/domain';
import { found, hit, searchOnFake, studio } from './search-api-fake';

let main: ReturnType<typeof searchOnFake>['main'];
let opened: ReturnType<typeof searchOnFake>['opened'];
let store: ReturnType<typeof searchOnFake>['store'];
const box = () => store.getState();

beforeEach(() => {
  vi.useFakeTimers();
  ({ main, opened, store } = searchOnFake());
  return () => vi.useRealTimers();
});

describe('a telephone number', () => {
  const one = { ...hit('1'), matchedBy: 'phone' as const };

  async function typed(hits: SearchHit[], more: Partial<SearchAnswer>) {
    box().typed('0170 1234567');
    box().entered();
    await main.answer(main.answers.length - 1, found(hits, { tried: ['phone'], ...more }));
  }

  it('opens its only customer when the index is complete', async () => {
    await typed([one], { phone: { isComplete: true } });
    expect(opened).toEqual(['1']);
  });

  it.each<[string, SearchHit[], Partial<SearchAnswer>]>([
    ['the index is off', [one], {}],
    ['the index is not complete', [one], { phone: { isComplete: false } }],
    ['several have it', [one, { ...one, ...hit('2'), matchedBy: 'phone' }], { phone: { isComplete: true } }],
    ['only its last digits match', [{ ...one, matchedBy: 'phoneEnding' }], { phone: { isComplete: true } }],
    [
      'a studio is missing',
      [one],
      {
        phone: { isComplete: true },
        coverage: { asked: 2, answered: 1, missing: [{ studio: studio.ref, problem: { kind: 'timeout' } }] },
      },
    ],
  ])('shows a list while %s', async (_what, hits, more) => {
    await typed(hits, more);
    expect(opened).toEqual([]);
    expect(box().hits).toHaveLength(hits.length);
    // The first Enter chooses a row, and the second one opens it.
    box().entered();
    expect(opened).toEqual([]);
    box().entered();
    expect(opened).toEqual(['1']);
  });

  it('opens nobody when a repetition has completed one studio only', async () => {
    const missing = [{ studio: studio.ref, problem: { kind: 'timeout' } as const }];
    await typed([one], { phone: { isComplete: false }, coverage: { asked: 2, answered: 1, missing } });
    box().retried();
    await main.answer(
      1,
      found([], {
        tried: ['phone'],
        phone: { isComplete: true },
        coverage: { asked: 1, answered: 1, missing: [] },
      }),
    );
    expect(box().hits).toHaveLength(1);
    expect(opened).toEqual([]);
  });
});
