import { expect, it } from 'vitest';
import type { Problem } from '../../../preload/contract/problem';
import { causesOf } from './failure-causes';

const failure = (source: string, problem: Problem) => ({
  source,
  label: () => source,
  problem,
  isQuiet: false,
});
const status = (code: number) => ({ status: code, statusText: '' });

it('one outage is one cause, however many panels it took', () => {
  const problem: Problem = { kind: 'serverError', studio: 'a#1', response: status(500) };
  const causes = causesOf(['account', 'past', 'upcoming'].map((source) => failure(source, { ...problem })));
  expect(causes.map(({ failures }) => failures.length)).toEqual([3]);
});

it('another kind, studio or status is another cause', () => {
  const causes = causesOf([
    failure('account', { kind: 'serverError', studio: 'a#1', response: status(500) }),
    failure('past', { kind: 'forbidden', studio: 'a#1', response: status(403) }),
    failure('upcoming', { kind: 'serverError', studio: 'a#2', response: status(500) }),
    failure('customer', { kind: 'serverError', studio: 'a#1', response: status(507) }),
  ]);
  expect(causes).toHaveLength(4);
});
