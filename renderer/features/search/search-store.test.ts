import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Customer, Reading, SearchAnswer, SearchHit } from '../../../preload/contract/domain';
import { fail, type Outcome, succeed } from '../../../preload/contract/problem';
import { createSearchStore } from './search-store';

const hit = (id: string): SearchHit => ({
  customer: { id, status: 'MEMBER', accessRefused: false } satisfies Customer,
  matchedBy: 'name',
});
const answer = (...ids: string[]) => succeed<SearchAnswer>({ hits: ids.map(hit), tried: ['name'] });

/** Main by hand: each search waits until the test answers it. */
class FakeMain {
  readonly readings: Reading[] = [];
  readonly answers: ((outcome: Outcome<SearchAnswer>) => void)[] = [];
  cancels = 0;

  readonly api = {
    customer: {
      search: (reading: Reading) => {
        this.readings.push(reading);
        return new Promise<Outcome<SearchAnswer>>((resolve) => this.answers.push(resolve));
      },
      get: async () => fail({ kind: 'internal' }),
    },
    search: {
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
  store = createSearchStore(main.api, ({ customer }) => opened.push(customer.id));
  return () => vi.useRealTimers();
});

describe('the search box', () => {
  it('searches a name once typing pauses, and digits only on Enter', () => {
    box().typed('bullo');
    box().typed('bulloc');
    vi.runAllTimers();
    box().typed('1001');
    vi.runAllTimers();
    expect(main.readings).toEqual([{ kind: 'name', words: ['bulloc'] }]);
    box().entered();
    expect(main.readings[1]).toEqual({ kind: 'digits', digits: '1001' });
  });

  it('opens the only customer found at once', async () => {
    box().typed('1001');
    box().entered();
    await main.answer(0, answer('7'));
    expect(opened).toEqual(['7']);
  });

  it('opens the chosen one of several with the arrow keys and Enter', async () => {
    box().typed('müller');
    box().entered();
    await main.answer(0, answer('1', '2', '3'));
    expect(opened).toEqual([]);
    for (const by of [1, 1, 1, 1, -1] as const) box().moved(by);
    box().entered();
    expect(opened).toEqual(['2']);
  });

  it('opens nobody of several at a hurried second Enter', async () => {
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

  it('never opens an old result for a new text', async () => {
    box().typed('müller');
    box().entered();
    await main.answer(0, answer('1', '2'));
    box().typed('müllermann');
    box().entered();
    expect(opened).toEqual([]);
    expect(main.readings).toHaveLength(2);
  });

  it('stops with Esc and keeps the text, and empties with the next Esc', () => {
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

  it('asks for the same digits in another card format', async () => {
    box().typed('1001');
    box().entered();
    await main.answer(0, answer());
    box().formatChosen('HEX_MSB');
    expect(main.readings[1]).toEqual({ kind: 'digits', digits: '1001', cardNumberFormat: 'HEX_MSB' });
  });

  it('does not ask twice when Enter is pressed twice', () => {
    box().typed('müller');
    box().entered();
    box().entered();
    expect(main.readings).toHaveLength(1);
  });
});
