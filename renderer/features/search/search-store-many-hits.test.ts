import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchHit } from '../../../preload/contract/domain';
import { succeed } from '../../../preload/contract/problem';
import { answer, found, searchOnFake, studio } from './search-api-fake';

let main: ReturnType<typeof searchOnFake>['main'];
let store: ReturnType<typeof searchOnFake>['store'];
const box = () => store.getState();

beforeEach(() => {
  vi.useFakeTimers();
  ({ main, store } = searchOnFake());
  return () => vi.useRealTimers();
});

describe('an answer with many hits', () => {
  const named = (id: number): SearchHit => ({
    customer: {
      id: `${id}`,
      status: 'MEMBER',
      accessRefused: false,
      lastName: id % 2 ? 'Bullock' : 'Bullard',
    },
    matchedBy: 'name',
    studio: studio.ref,
  });
  const [first, others] = [[1, 2].map(named), [3, 4, 5].map(named)];
  const rest = (hits: SearchHit[], isCut = false) => succeed({ hits: JSON.stringify(hits), isCut });
  const settled = () => vi.advanceTimersByTimeAsync(0);

  beforeEach(async () => {
    box().typed('bull');
    box().entered();
    await main.answer(0, found(first, { total: 5, rest: 1 }));
    await settled();
  });

  it('shows the first hits, and all of them when the others have arrived', async () => {
    expect(box().hits).toHaveLength(2);
    main.rests[0]?.(rest(others));
    await settled();
    expect(box().hits.map(({ customer }) => customer.id)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('shows all of them when the last part of the others has arrived', async () => {
    main.rests[0]?.(rest(others.slice(0, 1), true));
    await settled();
    expect(box().hits).toHaveLength(2);
    main.rests[1]?.(rest(others.slice(1)));
    await settled();
    expect(box().hits.map(({ customer }) => customer.id)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is narrowed only when it is complete, to the text typed meanwhile', async () => {
    box().typed('bullo');
    expect(box().hits).toHaveLength(2);
    main.rests[0]?.(rest(others));
    await settled();
    expect(box().hits.map(({ customer }) => customer.id)).toEqual(['1', '3', '5']);
    vi.advanceTimersByTime(1_000);
    expect(main.readings).toHaveLength(1);
  });

  it('does not change another answer', async () => {
    box().typed('miller');
    box().entered();
    main.rests[0]?.(rest(others));
    await main.answer(1, answer('9', '10'));
    await settled();
    expect(box().hits.map(({ customer }) => customer.id)).toEqual(['9', '10']);
  });

  it('fails when the other hits do not arrive', async () => {
    main.rests[0]?.(rest([]));
    await settled();
    expect(box().answer).toMatchObject({ state: 'failed', problem: { kind: 'internal' } });
    expect(box().hits).toEqual([]);
  });
});
