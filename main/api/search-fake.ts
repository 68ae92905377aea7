import type { Customer, Reading, SearchScope } from '../../preload/contract/domain';
import { inDisplayOrder } from '../../preload/contract/hit-order';
import { fail, type Outcome, type ProblemKind, succeed } from '../../preload/contract/problem';
import type { CustomerQueries, SearchFields } from './client';
import { type Match, search } from './search';

/** Members for tests of the search. */
export const person = (
  id: string,
  firstName: string,
  lastName: string,
  more: Partial<Customer> = {},
): Customer => ({
  id,
  status: 'MEMBER',
  accessRefused: false,
  firstName,
  lastName,
  ...more,
});

/** A fake of the API's search: prefixes of names, and one problem for the endpoints that fail. */
export class FakeApi implements CustomerQueries {
  readonly asked: string[] = [];

  constructor(
    private readonly people: Customer[],
    private readonly problems: Record<string, ProblemKind> = {},
  ) {}

  async customer(id: string): Promise<Outcome<Customer>> {
    return this.#one(
      `id ${id}`,
      this.people.find((each) => each.id === id),
    );
  }

  async customerBy(field: string, value: string, format?: string): Promise<Outcome<Customer>> {
    const found = field === 'customerNumber' ? this.people.find((each) => each.number === value) : undefined;
    return this.#one([field, value, format].filter(Boolean).join(' '), found);
  }

  async search(fields: SearchFields): Promise<Outcome<Customer[]>> {
    this.asked.push(JSON.stringify(fields));
    if (this.problems.search) return fail({ kind: this.problems.search });
    const starts = (text: string | undefined, start = '') =>
      text?.toLowerCase().startsWith(start.toLowerCase());
    return succeed(
      this.people.filter(
        (each) => starts(each.firstName, fields.firstName) && starts(each.lastName, fields.lastName),
      ),
    );
  }

  #one(asked: string, found: Customer | undefined): Outcome<Customer> {
    this.asked.push(asked);
    const problem = Object.entries(this.problems).find(([start]) => asked.startsWith(start))?.[1];
    if (problem) return fail({ kind: problem });
    return found ? succeed(found) : fail({ kind: 'notFound' });
  }
}

/** Searches with the fake. */
export const ask = (api: FakeApi, reading: Reading, scope: SearchScope = 'studio') =>
  search(api, reading, scope, new AbortController().signal);
/** IDs of the hits, or the kind of the problem. */
export const idsOf = (outcome: Awaited<ReturnType<typeof ask>>) =>
  outcome.ok ? idsIn(outcome.value.matches) : outcome.problem.kind;

/** IDs in the order in which the desk shows them. */
function idsIn(matches: Match[]): string[] {
  return inDisplayOrder(matches.map((match) => ({ ...match, studio: '' }))).map(
    ({ customer }) => customer.id,
  );
}
