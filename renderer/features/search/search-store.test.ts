import { beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  Coverage,
  Customer,
  Reading,
  SearchAnswer,
  SearchHit,
  SearchInput,
  SearchScope,
  Where,
} from '../../../preload/contract/domain';
import { fail, type Outcome, type Problem, succeed } from '../../../preload/contract/problem';
import { searchSource } from './search-source';
import { createSearchStore } from './search-store';

const studio = { ref: 'https://a.example#1', address: 'https://a.example', id: '1', name: 'Munich' };
const hit = (id: string): SearchHit => ({
  customer: { id, status: 'MEMBER', accessRefused: false } satisfies Customer,
  matchedBy: 'name',
  studio: studio.ref,
});
const found = (hits: SearchHit[], more: Partial<SearchAnswer> = {}) =>
  succeed<SearchAnswer>({ hits: JSON.stringify(hits), total: hits.length, tried: ['name'], ...more });
const answer = (...ids: string[]) => found(ids.map(hit));

/** A fake of main: each search waits until the test answers it. */
class FakeMain {
  readonly readings: Reading[] = [];
  readonly scopes: SearchScope[] = [];
  readonly wheres: Where[] = [];
  readonly searches: number[] = [];
  readonly answers: ((outcome: Outcome<SearchAnswer>) => void)[] = [];
  readonly rests: ((outcome: Outcome<string>) => void)[] = [];
  cancels = 0;

  readonly api = {
    customer: {
      search: ({ reading, where, search }: SearchInput) => {
        this.searches.push(search);
        this.readings.push(reading);
        this.wheres.push(where);
        this.scopes.push('scope' in where ? where.scope : 'chain');
        return new Promise<Outcome<SearchAnswer>>((resolve) => this.answers.push(resolve));
      },
      get: async () => fail({ kind: 'internal' }),
      home: async () => fail({ kind: 'internal' }),
    },
    search: {
      rest: () => new Promise<Outcome<string>>((resolve) => this.rests.push(resolve)),
      cancel: async () => {
        this.cancels += 1;
        return succeed(null);
      },
    },
  };

  async answer(index: number, outcome: Outcome<SearchAnswer>) {
    this.answers[index]?.(outcome);
    await Promise.resolve();
    await Promise.resolve();
  }
}

let main: FakeMain;
let opened: string[];
let store: ReturnType<typeof createSearchStore>;
const box = () => store.getState();

beforeEach(() => {
  vi.useFakeTimers();
  main = new FakeMain();
  opened = [];
  store = createSearchStore(
    main.api,
    ({ customer }) => opened.push(customer.id),
    async () => undefined,
    [studio],
  );
  return () => vi.useRealTimers();
});

describe('the search box', () => {
  it('searches a name when typing pauses, and digits only on Enter', () => {
    box().typed('bullo');
    box().typed('bulloc');
    vi.runAllTimers();
    box().typed('1001');
    vi.runAllTimers();
    expect(main.readings).toEqual([{ kind: 'name', words: ['bulloc'] }]);
    box().entered();
    expect(main.readings[1]).toEqual({ kind: 'digits', digits: '1001' });
  });

  it('opens a single hit immediately', async () => {
    box().typed('1001');
    box().entered();
    await main.answer(0, answer('7'));
    expect(opened).toEqual(['7']);
  });

  it('opens the chosen one of several hits with the arrow keys and Enter', async () => {
    box().typed('müller');
    box().entered();
    await main.answer(0, answer('1', '2', '3'));
    expect(opened).toEqual([]);
    for (const by of [1, 1, 1, 1, -1] as const) box().moved(by);
    box().entered();
    expect(opened).toEqual(['2']);
  });

  it('opens none of several hits at a second, hasty Enter', async () => {
    box().typed('müller');
    box().entered();
    await main.answer(0, answer('1', '2', '3'));
    box().entered();
    expect(opened).toEqual([]);
    expect(box().active).toBe(0);
    box().entered();
    expect(opened).toEqual(['1']);
  });

  it('drops the answer to a text that is no longer in the box', async () => {
    box().typed('müller');
    box().entered();
    box().typed('nowak');
    box().entered();
    await main.answer(1, answer('2', '3'));
    await main.answer(0, answer('1'));
    expect(opened).toEqual([]);
    expect(box().answer).toMatchObject({ state: 'ready', value: { hits: [hit('2'), hit('3')] } });
    expect(main.cancels).toBe(1);
  });

  it('never opens an old hit for a new text', async () => {
    box().typed('müller');
    box().entered();
    await main.answer(0, answer('1', '2'));
    box().typed('müllermann');
    box().entered();
    expect(opened).toEqual([]);
    expect(main.readings).toHaveLength(2);
  });

  it('cancels with Esc and keeps the text, and empties the box with the next Esc', () => {
    box().typed('müller');
    box().entered();
    box().escaped();
    expect(box()).toMatchObject({
      text: 'müller',
      answer: { state: 'failed', problem: { kind: 'cancelled' } },
    });
    box().escaped();
    expect(box()).toMatchObject({ text: '', answer: { state: 'idle' } });
  });

  it('searches the same digits in another card format', async () => {
    box().typed('1001');
    box().entered();
    await main.answer(0, answer());
    box().nextFormat();
    expect(main.readings[1]).toEqual({ kind: 'digits', digits: '1001', cardNumberFormat: 'HEX_MSB' });
  });

  it('sends one request when Enter is pressed twice', () => {
    box().typed('müller');
    box().entered();
    box().entered();
    expect(main.readings).toHaveLength(1);
  });

  it('tries each card format in turn, and starts over after the last', async () => {
    box().typed('770');
    box().entered();
    for (const index of [0, 1, 2]) {
      await main.answer(index, answer());
      box().nextFormat();
    }
    const formats = main.readings.map((reading) => 'cardNumberFormat' in reading && reading.cardNumberFormat);
    expect(formats).toEqual([false, 'HEX_MSB', 'HEX_LSB', 'DECIMAL']);
  });

  it('searches the reading that the agent chooses, and drops it at the next letter', () => {
    box().typed('1001');
    box().readingPicked({ kind: 'by', field: 'pin', value: '1001' });
    box().typed('10012');
    box().entered();
    expect(main.readings).toEqual([
      { kind: 'by', field: 'pin', value: '1001' },
      { kind: 'digits', digits: '10012' },
    ]);
  });
});

describe('an answer with several hits', () => {
  const named = (id: string, firstName: string, lastName: string): SearchHit => ({
    customer: { id, status: 'MEMBER', accessRefused: false, firstName, lastName },
    matchedBy: 'name',
    studio: studio.ref,
  });
  const people = [named('1', 'Edgar', 'Bullock'), named('2', 'Ann', 'Bullock'), named('3', 'Ann', 'Bull')];
  const shown = () => box().hits.map(({ customer }) => customer.id);

  beforeEach(async () => {
    box().typed('bull');
    box().entered();
    await main.answer(0, found(people));
  });

  it('is narrowed without another request while the name goes on, and widened again', () => {
    box().typed('bullo');
    expect(shown()).toEqual(['1', '2']);
    box().typed('bullock a');
    expect(shown()).toEqual(['2']);
    box().typed('bull');
    expect(shown()).toEqual(['1', '2', '3']);
    vi.runAllTimers();
    expect(main.readings).toHaveLength(1);
  });

  it('opens the last remaining hit when typing pauses, and not before', () => {
    box().typed('bullock e');
    expect(opened).toEqual([]);
    vi.runAllTimers();
    expect(opened).toEqual(['1']);
  });

  it('opens the last remaining hit at Enter', () => {
    box().typed('bullock e');
    box().entered();
    expect(opened).toEqual(['1']);
    vi.runAllTimers();
    expect(opened).toEqual(['1']);
  });

  it('sends a request when nobody is left, before it reports that nobody was found', () => {
    box().typed('bull x');
    expect(shown()).toEqual(['1', '2', '3']);
    vi.runAllTimers();
    expect(main.readings[1]).toEqual({ kind: 'name', words: ['bull', 'x'] });
  });
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
  const settled = () => vi.advanceTimersByTimeAsync(0);

  beforeEach(async () => {
    box().typed('bull');
    box().entered();
    await main.answer(0, found(first, { total: 5, rest: 1 }));
    await settled();
  });

  it('shows the first hits, and all of them when the others have arrived', async () => {
    expect(box().hits).toHaveLength(2);
    main.rests[0]?.(succeed(JSON.stringify(others)));
    await settled();
    expect(box().hits.map(({ customer }) => customer.id)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is narrowed only when it is complete, to the text typed meanwhile', async () => {
    box().typed('bullo');
    expect(box().hits).toHaveLength(2);
    main.rests[0]?.(succeed(JSON.stringify(others)));
    await settled();
    expect(box().hits.map(({ customer }) => customer.id)).toEqual(['1', '3', '5']);
    vi.advanceTimersByTime(1_000);
    expect(main.readings).toHaveLength(1);
  });

  it('does not change another answer', async () => {
    box().typed('miller');
    box().entered();
    main.rests[0]?.(succeed(JSON.stringify(others)));
    await main.answer(1, answer('9', '10'));
    await settled();
    expect(box().hits.map(({ customer }) => customer.id)).toEqual(['9', '10']);
  });

  it('fails when the other hits do not arrive', async () => {
    main.rests[0]?.(succeed('[]'));
    await settled();
    expect(box().answer).toMatchObject({ state: 'failed', problem: { kind: 'internal' } });
    expect(box().hits).toEqual([]);
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

  it('searches in the studio of a lookup from outside, for its text only', () => {
    box().typed('1001');
    box().whereRequested({ studio: ulm.ref, scope: 'studio' }, undefined);
    box().entered();
    expect(main.wheres.at(-1)).toEqual({ studio: ulm.ref, scope: 'studio' });
    box().typed('1002');
    box().entered();
    expect(main.wheres.at(-1)).toEqual({ studios: 'all' });
  });
});

describe('a search that was put aside', () => {
  const put = () => {
    const showAgain = searchSource(store).keep();
    box().cleared();
    return showAgain;
  };

  it('comes back as it was, without a request, and with the studios that the desk has now', async () => {
    box().typed('müller');
    box().entered();
    await main.answer(0, answer('1', '2'));
    box().moved(1);
    const before = box();
    const showAgain = put();
    expect(box()).toMatchObject({ text: '', hits: [] });
    box().connectionChanged([]);
    showAgain();
    expect(box()).toEqual({ ...before, studios: [] });
    expect(main.readings).toHaveLength(1);
  });

  it('is asked again if its answer had not come', async () => {
    box().typed('müller');
    box().entered();
    const showAgain = put();
    await main.answer(0, answer('1', '2'));
    expect(box().hits).toEqual([]);
    showAgain();
    await main.answer(1, answer('1', '2'));
    expect(box()).toMatchObject({ text: 'müller', answer: { state: 'ready' } });
    expect(box().hits).toHaveLength(2);
  });

  it('is asked again if more hits were on their way', async () => {
    box().typed('müller');
    box().entered();
    await main.answer(0, found([hit('1'), hit('2')], { total: 3, rest: 1 }));
    put()();
    await main.answer(1, answer('1', '2', '3'));
    expect(box().hits).toHaveLength(3);
  });
});
