import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchHit } from '../../../preload/contract/domain';
import { answer, found, hit, searchOnFake, studio } from './search-api-fake';
import { searchSource } from './search-source';

let main: ReturnType<typeof searchOnFake>['main'];
let opened: ReturnType<typeof searchOnFake>['opened'];
let store: ReturnType<typeof searchOnFake>['store'];
const box = () => store.getState();

beforeEach(() => {
  vi.useFakeTimers();
  ({ main, opened, store } = searchOnFake());
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

  const painted = () => vi.advanceTimersByTimeAsync(0);

  it('is narrowed without another request while the name goes on, and widened again', async () => {
    box().typed('bullo');
    await painted();
    expect(shown()).toEqual(['1', '2']);
    box().typed('bullock a');
    await painted();
    expect(shown()).toEqual(['2']);
    box().typed('bull');
    await painted();
    expect(shown()).toEqual(['1', '2', '3']);
    vi.runAllTimers();
    expect(main.readings).toHaveLength(1);
  });

  it('is narrowed after the letter is on screen, and only to the last of letters that follow each other quickly', async () => {
    const lists: string[][] = [];
    const end = store.subscribe(() => lists.push(shown()));
    box().typed('bullo');
    box().typed('bullock e');
    expect(shown()).toEqual(['1', '2', '3']);
    await painted();
    end();
    expect(new Set(lists.map(String))).toEqual(new Set(['1,2,3', '1']));
  });

  it('is narrowed before an arrow key moves in it', () => {
    box().typed('bullock a');
    box().moved(1);
    box().entered();
    expect(opened).toEqual(['2']);
  });

  it('stays as it was narrowed when a hit is chosen, and nothing else is opened or asked', async () => {
    const [, second] = box().hits;
    box().typed('bull x');
    if (second) box().chosen(second);
    await painted();
    vi.runAllTimers();
    expect(opened).toEqual(['2']);
    expect(main.readings).toHaveLength(1);
  });

  it('is put aside as the letters narrow it', () => {
    box().typed('bullock a');
    const showAgain = searchSource(store).keep();
    box().cleared();
    showAgain();
    expect(shown()).toEqual(['2']);
  });

  it('is not narrowed to a letter that another search has followed', async () => {
    box().typed('bullock e');
    box().readingPicked({ kind: 'name', words: ['nowak'] });
    await main.answer(1, answer('8', '9'));
    await painted();
    expect(shown()).toEqual(['8', '9']);
  });

  it('opens the last remaining hit when typing pauses, and not before', async () => {
    box().typed('bullock e');
    await painted();
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

  it('sends a request when nobody is left, before it reports that nobody was found', async () => {
    box().typed('bull x');
    await painted();
    expect(shown()).toEqual(['1', '2', '3']);
    vi.runAllTimers();
    expect(main.readings[1]).toEqual({ kind: 'name', words: ['bull', 'x'] });
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
