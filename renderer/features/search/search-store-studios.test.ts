import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Coverage, SearchHit } from '../../../preload/contract/domain';
import { fail, type Problem } from '../../../preload/contract/problem';
import { answer, found, hit, searchOnFake, studio } from './search-api-fake';

let main: ReturnType<typeof searchOnFake>['main'];
let opened: ReturnType<typeof searchOnFake>['opened'];
let store: ReturnType<typeof searchOnFake>['store'];
const box = () => store.getState();

beforeEach(() => {
  vi.useFakeTimers();
  ({ main, opened, store } = searchOnFake());
  return () => vi.useRealTimers();
});

describe('all studios', () => {
  it('search again in the other scope when there is a text', async () => {
    box().scopeToggled();
    expect(main.readings).toHaveLength(0);
    box().typed('1001');
    box().entered();
    await main.answer(0, answer());
    box().scopeToggled();
    expect(main.scopes).toEqual(['chain', 'studio']);
  });

  it('fall back to the studio when the key may not search the chain, until another key is connected', async () => {
    box().scopeToggled();
    box().typed('1001');
    box().entered();
    await main.answer(0, fail({ kind: 'forbidden' }));
    await main.answer(1, answer('7'));
    expect(main.scopes).toEqual(['chain', 'studio']);
    expect(opened).toEqual(['7']);
    expect(box()).toMatchObject({ scope: 'studio', chainRefused: { kind: 'forbidden' } });
    box().scopeToggled();
    expect(box().scope).toBe('studio');
    box().connectionChanged([studio]);
    box().scopeToggled();
    expect(box().scope).toBe('chain');
  });
});

describe('a desk with several studios', () => {
  const ulm = { ref: 'https://a.example#2', address: 'https://a.example', id: '2', name: 'Ulm' };
  const busy: Problem = { kind: 'rateLimited', studio: ulm.ref };
  const coverage = (answered: number, missing: Coverage['missing'] = []) => ({ asked: 2, answered, missing });
  /** @param index which search, from 0 */
  const progress = (index: number, hits: SearchHit[], now: Coverage) =>
    box().progressed({
      search: main.searches[index] ?? -1,
      hits: JSON.stringify(hits),
      total: hits.length,
      coverage: now,
    });

  beforeEach(() => {
    box().connectionChanged([studio, ulm]);
    box().typed('bull');
    box().entered();
  });

  it('searches all of them, and shows hits as they come', () => {
    expect(main.wheres).toEqual([{ studios: 'all' }]);
    progress(0, [hit('1')], coverage(1));
    expect(box().hits.map(({ customer }) => customer.id)).toEqual(['1']);
    expect(box().coverage).toEqual(coverage(1));
    expect(opened).toEqual([]);
  });

  it('opens a single hit when all have answered', async () => {
    await main.answer(0, found([hit('1')], { coverage: coverage(2) }));
    expect(opened).toEqual(['1']);
  });

  it('opens nobody while a studio is missing, and the chosen hit on Enter', async () => {
    await main.answer(0, found([hit('1')], { coverage: coverage(1, [{ studio: ulm.ref, problem: busy }]) }));
    expect(opened).toEqual([]);
    box().entered();
    expect([opened, box().active]).toEqual([[], 0]);
    box().entered();
    expect(opened).toEqual(['1']);
  });

  it('opens no other hit automatically after the agent has opened one', async () => {
    progress(0, [hit('1')], coverage(1));
    box().moved(1);
    box().entered();
    await main.answer(0, found([hit('2')], { coverage: coverage(2) }));
    expect(opened).toEqual(['1']);
  });

  it('keeps the chosen hit active while others come in before it', () => {
    progress(0, [hit('5')], coverage(1));
    box().moved(1);
    progress(0, [hit('4'), hit('5')], coverage(1));
    expect(box().hits[box().active]?.customer.id).toBe('5');
  });

  it('asks the missing studios again, and adds their hits', async () => {
    await main.answer(0, found([hit('1')], { coverage: coverage(1, [{ studio: ulm.ref, problem: busy }]) }));
    box().retried();
    expect(main.wheres.at(-1)).toEqual({ studios: [ulm.ref] });
    await main.answer(1, found([hit('2')], { coverage: { asked: 1, answered: 1, missing: [] } }));
    expect(box().hits.map(({ customer }) => customer.id)).toEqual(['1', '2']);
    expect(box().coverage).toEqual(coverage(2));
    expect(opened).toEqual([]);
  });

  it('ignores the progress of an earlier search', () => {
    box().typed('miller');
    box().entered();
    progress(0, [hit('1')], coverage(1));
    expect(box().hits).toEqual([]);
  });

  it('searches in the chosen studio from then on, and repeats the search on screen', () => {
    box().studioChosen(ulm.ref);
    expect(main.wheres.at(-1)).toEqual({ studio: ulm.ref, scope: 'studio' });
    box().studioChosen('all');
    expect(main.wheres.at(-1)).toEqual({ studios: 'all' });
    expect(box().chosenStudios).toEqual([ulm.ref]);
  });

  it('goes back to all studios when the chosen one is removed, and follows one whose ID was learned', () => {
    box().studioChosen(ulm.ref);
    box().connectionChanged([studio, { ...ulm, ref: 'https://a.example#20', id: '20', formerRef: ulm.ref }]);
    expect(box().studio).toBe('https://a.example#20');
    box().connectionChanged([studio]);
    expect(box().studio).toBe('all');
  });

  it('names the new studio of a customer who has moved, and keeps the list', async () => {
    box().typed('müller');
    box().entered();
    await main.answer(main.answers.length - 1, answer('1', '2'));
    box().customerMoved({ customer: hit('2').customer, studio: ulm.ref });
    expect(box().hits.map((each) => [each.customer.id, each.studio, each.matchedBy])).toEqual([
      ['1', studio.ref, 'name'],
      ['2', ulm.ref, 'name'],
    ]);
    expect(box().answer).toMatchObject({ value: { hits: box().hits } });
  });

  it.each([[[]], [['1', '2']]])(
    'searches in the studio of a lookup from outside, for its text only, over the hits %j',
    async (shown) => {
      if (shown.length > 0) {
        box().typed('müller');
        box().entered();
        await main.answer(main.answers.length - 1, answer(...shown));
      }
      box().typed('1001');
      box().whereRequested({ studio: ulm.ref, scope: 'studio' }, undefined);
      box().entered();
      expect(main.wheres.at(-1)).toEqual({ studio: ulm.ref, scope: 'studio' });
      box().typed('1002');
      box().entered();
      expect(main.wheres.at(-1)).toEqual({ studios: 'all' });
    },
  );
});
