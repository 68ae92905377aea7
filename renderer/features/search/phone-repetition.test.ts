import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchAnswer, SearchHit, SearchInput } from '../../../preload/contract/domain';
import type { PhoneAnswer } from '../../../preload/contract/phone-index';
import { fail, type Outcome, succeed } from '../../../preload/contract/problem';
import { languageFor } from '../../messages/language';
import { searchSource } from './search-source';
import { createSearchStore } from './search-store';

const studio = { ref: 'https://a.example#1', address: 'https://a.example', id: '1', name: 'Munich' };
const phone = (id: string): SearchHit => ({
  customer: { id, status: 'MEMBER', accessRefused: false },
  matchedBy: 'phone',
  studio: studio.ref,
});
const found = (hits: SearchHit[], answer: PhoneAnswer) =>
  succeed<SearchAnswer>({
    hits: JSON.stringify(hits),
    total: hits.length,
    tried: ['phone'],
    phone: answer,
  });
const compared = (hits: SearchHit[], isComplete = false) => found(hits, { isComplete });

/** A fake of main: each search waits until the test answers it. */
class FakeMain {
  readonly asked: SearchInput[] = [];
  readonly answers: ((outcome: Outcome<SearchAnswer>) => void)[] = [];
  readonly api = {
    customer: {
      search: (input: SearchInput) => {
        this.asked.push(input);
        return new Promise<Outcome<SearchAnswer>>((resolve) => this.answers.push(resolve));
      },
      get: async () => fail({ kind: 'internal' }),
      home: async () => fail({ kind: 'internal' }),
    },
    search: { rest: async () => succeed({ hits: '[]', isCut: false }), cancel: async () => succeed(null) },
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

describe('a telephone number while the telephone index grows', () => {
  beforeEach(async () => {
    main = new FakeMain();
    opened = [];
    store = createSearchStore(
      main.api,
      ({ customer }) => opened.push(customer.id),
      async () => undefined,
      [studio],
    );
    box().typed('0170 1234567');
    box().entered();
    await main.answer(0, compared([]));
  });

  it('is compared again without a change on screen until somebody is found', async () => {
    box().phoneIndexGrown();
    expect(box().answer.state).toBe('ready');
    expect(main.asked[1]?.reading).toEqual(main.asked[0]?.reading);
    await main.answer(1, compared([phone('7')]));
    expect(box().hits.map(({ customer }) => customer.id)).toEqual(['7']);
  });

  it('is compared once more when the index has grown during a comparison', async () => {
    box().phoneIndexGrown();
    box().phoneIndexGrown();
    box().phoneIndexGrown();
    expect(main.asked).toHaveLength(2);
    await main.answer(1, compared([]));
    expect(main.asked).toHaveLength(3);
    await main.answer(2, compared([phone('7')]));
    expect(main.asked).toHaveLength(3);
  });

  it('opens its only customer when the index has become complete, and not before', async () => {
    box().phoneIndexGrown();
    await main.answer(1, compared([phone('7')]));
    expect(opened).toEqual([]);
    box().phoneIndexGrown();
    await main.answer(2, compared([phone('7')], true));
    expect(opened).toEqual(['7']);
  });

  it('keeps the answer when a comparison fails', async () => {
    box().phoneIndexGrown();
    await main.answer(1, fail({ kind: 'timeout' }));
    expect(box().answer.state).toBe('ready');
  });

  it('keeps the customer whom the agent has chosen active', async () => {
    box().phoneIndexGrown();
    await main.answer(1, compared([phone('7'), phone('9')]));
    box().moved(2);
    box().phoneIndexGrown();
    await main.answer(2, compared([phone('5'), phone('7'), phone('9')]));
    expect(box().hits[box().active]?.customer.id).toBe('9');
  });

  it('is not compared again after the agent has typed on, and a late answer is dropped', async () => {
    box().phoneIndexGrown();
    box().typed('0170 12345678');
    await main.answer(1, compared([phone('7')]));
    expect(box().hits).toEqual([]);
    box().phoneIndexGrown();
    expect(main.asked).toHaveLength(2);
  });

  it('is not compared again after the agent has opened a customer', async () => {
    box().phoneIndexGrown();
    await main.answer(1, compared([phone('7')]));
    box().chosen(phone('7'));
    box().phoneIndexGrown();
    expect(main.asked).toHaveLength(2);
  });

  it('opens nobody over a customer to whom the agent has gone back meanwhile, and is then not compared again', async () => {
    box().phoneIndexGrown();
    box().wentBack();
    box().phoneIndexGrown();
    await main.answer(1, compared([phone('7')], true));
    expect(box().hits.map(({ customer }) => customer.id)).toEqual(['7']);
    expect(opened).toEqual([]);
    expect(main.asked).toHaveLength(2);
    box().retried();
    await main.answer(2, compared([phone('7')], true));
    expect(opened).toEqual(['7']);
  });

  it('is announced once, and again when somebody was found', async () => {
    const said = () => searchSource(store).announcement?.(languageFor('en', 'en-GB'), true);
    expect(said()).toBe('No customer found yet for “0170 1234567”');
    box().phoneIndexGrown();
    expect(said()).toBe('No customer found yet for “0170 1234567”');
    await main.answer(1, compared([], true));
    expect(said()).toBe('No customer found for “0170 1234567”');
  });

  it('of a company is told as such', async () => {
    box().phoneIndexGrown();
    const shared = { isComplete: true, sharedBy: 1037 };
    await main.answer(1, found([], shared));
    expect(searchSource(store).announcement?.(languageFor('en', 'en-GB'), true)).toBe(
      'This number is recorded for 1,037 customers. This is probably the main number of a company. Ask for the name.',
    );
  });
});
