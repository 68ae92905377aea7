import { beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { PhoneAnswer, PhoneIndexState, StudioIndexState } from '../../preload/contract/phone-index';
import type { SearchState } from '../features/search/search-state';
import { noSearch } from '../features/search/search-state';
import { repeatPhoneSearches } from './phone-repeats';
import type { Stores } from './stores';

const studios = ['a', 'b'].map((ref) => ({ ref, address: 'https://a.example', id: ref, name: ref }));
const index = (state: StudioIndexState['state'], customers: number, studio = 'a'): PhoneIndexState => ({
  mode: 'onDemand',
  studios: [{ studio, state, customers }],
});

let time: number;
let repeats: number;
let searched: unknown[];
let desk: Pick<Stores, 'phoneIndex' | 'search' | 'customer' | 'found'>;

/** Shows an answer to a search by telephone number. */
function show(phone: PhoneAnswer, hits: SearchState['hits'] = []): void {
  const value = { hits, total: hits.length, tried: ['phone' as const], phone };
  desk.search.setState({ answer: { state: 'ready', value, asOf: time }, hits });
}
const changed = (now: PhoneIndexState) => desk.phoneIndex.setState({ index: now });

beforeEach(() => {
  time = 0;
  repeats = 0;
  searched = [];
  const numberSearched = (refs: readonly string[]) => searched.push(refs);
  const asked = {
    text: '0170 1234567',
    reading: { kind: 'phone', number: '0170 1234567' },
    where: { studio: 'a', scope: 'studio' },
  } as const;
  const search = { ...noSearch, studios, asked, phoneIndexGrown: () => (repeats += 1) };
  // Only what the repetition reads.
  desk = {
    phoneIndex: createStore(() => ({ index: index('missing', 0), numberSearched })),
    search: createStore(() => search),
    customer: createStore(() => ({ key: undefined })),
    found: createStore(() => ({ collapsed: false })),
  } as unknown as typeof desk;
  repeatPhoneSearches(desk, () => time);
  show({ isComplete: false });
});

describe('a telephone number that nobody has yet', () => {
  it('tells which studios were searched', () => {
    expect(searched).toEqual([['a']]);
  });

  it('is compared again when the index has grown, at most every two seconds', () => {
    changed(index('running', 500));
    expect(repeats).toBe(0);
    time = 2_000;
    changed(index('running', 1_000));
    expect(repeats).toBe(1);
  });

  it('is compared again at once when the index stops growing', () => {
    changed(index('complete', 500));
    expect(repeats).toBe(1);
  });

  it('is not compared again while the index stays as it is', () => {
    changed(index('paused', 500));
    time = 10_000;
    changed(index('paused', 500));
    changed(index('running', 500));
    expect(repeats).toBe(1);
  });

  it('is not compared again for a studio that was not searched', () => {
    time = 2_000;
    changed(index('complete', 500, 'b'));
    expect(repeats).toBe(0);
  });

  it('is not compared again when the answer is complete, or the agent has begun another search', () => {
    show({ isComplete: true });
    changed(index('complete', 500));
    desk.search.setState({ answer: { state: 'idle' } });
    changed(index('complete', 600));
    expect(repeats).toBe(0);
  });

  it('is not compared again under the customer who is open, unless they are of an earlier search', () => {
    desk.customer.setState({ key: { studio: 'a', id: '1' } });
    changed(index('complete', 500));
    expect(repeats).toBe(0);
    desk.found.setState({ collapsed: true });
    changed(index('complete', 600));
    expect(repeats).toBe(1);
  });
});

it('a number whose answer comes after the index was complete is compared again, once', () => {
  desk.search.setState({ answer: { state: 'loading' } });
  desk.phoneIndex.setState({
    index: { mode: 'onDemand', studios: [{ studio: 'a', state: 'complete', customers: 500, madeAt: 1 }] },
  });
  show({ isComplete: false });
  expect(repeats).toBe(1);
  show({ isComplete: false });
  expect(repeats).toBe(1);
});

it('further customers with the number are looked for when the index is complete', () => {
  const hit = {
    customer: { id: '7', status: 'MEMBER', accessRefused: false },
    matchedBy: 'phone',
    studio: 'a',
  } as const;
  show({ isComplete: false }, [hit]);
  time = 60_000;
  changed(index('running', 1_000));
  expect(repeats).toBe(0);
  changed(index('complete', 1_500));
  expect(repeats).toBe(1);
});
