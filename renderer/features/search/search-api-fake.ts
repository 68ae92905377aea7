import type {
  Customer,
  Reading,
  RestOfHits,
  SearchAnswer,
  SearchHit,
  SearchInput,
  SearchScope,
  Where,
} from '../../../preload/contract/domain';
import { fail, type Outcome, succeed } from '../../../preload/contract/problem';
import { createSearchStore } from './search-store';

export const studio = { ref: 'https://a.example#1', address: 'https://a.example', id: '1', name: 'Munich' };
export const hit = (id: string): SearchHit => ({
  customer: { id, status: 'MEMBER', accessRefused: false } satisfies Customer,
  matchedBy: 'name',
  studio: studio.ref,
});
export const found = (hits: SearchHit[], more: Partial<SearchAnswer> = {}) =>
  succeed<SearchAnswer>({ hits: JSON.stringify(hits), total: hits.length, tried: ['name'], ...more });
export const answer = (...ids: string[]) => found(ids.map(hit));

/** A fake of main: each search waits until the test answers it. */
export class FakeSearchApi {
  readonly readings: Reading[] = [];
  readonly scopes: SearchScope[] = [];
  readonly wheres: Where[] = [];
  readonly searches: number[] = [];
  readonly answers: ((outcome: Outcome<SearchAnswer>) => void)[] = [];
  readonly rests: ((outcome: Outcome<RestOfHits>) => void)[] = [];
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
      rest: () => new Promise<Outcome<RestOfHits>>((resolve) => this.rests.push(resolve)),
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

/** A search store on a fake of main, and the IDs of the customers that it has opened. */
export function searchOnFake() {
  const main = new FakeSearchApi();
  const opened: string[] = [];
  const store = createSearchStore(
    main.api,
    ({ customer }) => opened.push(customer.id),
    async () => undefined,
    [studio],
  );
  return { main, opened, store };
}
