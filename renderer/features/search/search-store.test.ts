import { beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  Customer,
  Reading,
  SearchAnswer,
  SearchHit,
  SearchScope,
} from '../../../preload/contract/domain';
import { fail, type Outcome, succeed } from '../../../preload/contract/problem';
import { createSearchStore } from './search-store';

const hit = (id: string): SearchHit => ({
  customer: { id, status: 'MEMBER', accessRefused: false } satisfies Customer,
  matchedBy: 'name',
});
const found = (hits: SearchHit[], more: Partial<SearchAnswer> = {}) =>
  succeed<SearchAnswer>({ hits: JSON.stringify(hits), total: hits.length, tried: ['name'], ...more });
const answer = (...ids: string[]) => found(ids.map(hit));

/** A fake of main: each search waits until the test answers it. */
class FakeMain {
  readonly readings: Reading[] = [];
  readonly scopes: SearchScope[] = [];
  readonly answers: ((outcome: Outcome<SearchAnswer>) => void)[] = [];
  readonly rests: ((outcome: Outcome<string>) => void)[] = [];
  cancels = 0;

  readonly api = {
    customer: {
      search: ({ reading, scope }: { reading: Reading; scope: SearchScope }) => {
        this.readings.push(reading);
        this.scopes.push(scope);
        return new Promise<Outcome<SearchAnswer>>((resolve) => this.answers.push(resolve));
      },
      get: async () => fail({ kind: 'internal' }),
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

  it('opens nobody of several hits at a second, hasty Enter', async () => {
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
    box().connectionChanged();
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
