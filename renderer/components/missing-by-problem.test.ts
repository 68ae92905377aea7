import { expect, it } from 'vitest';
import type { ProblemKind } from '../../preload/contract/problem';
import { missingByProblem } from './missing-by-problem';

const studios = ['a', 'b', 'c', 'd', 'e'].map((ref) => ({ ref }));
const missing = (kinds: Record<string, ProblemKind>) =>
  Object.entries(kinds).map(([studio, kind]) => ({ studio, problem: { kind } }));

it('names the studios of each problem in the order of the desk, and counts the others', () => {
  const kinds = { e: 'keyMissing', d: 'timeout', c: 'keyMissing', b: 'keyMissing', a: 'keyMissing' } as const;
  expect(missingByProblem(missing(kinds), studios)).toEqual([
    { kind: 'keyMissing', named: ['a', 'b'], more: 2 },
    { kind: 'timeout', named: ['d'], more: 0 },
  ]);
});

it('names a studio last that the desk does not know any more', () => {
  expect(missingByProblem(missing({ gone: 'timeout', a: 'timeout' }), studios)[0]?.named).toEqual([
    'a',
    'gone',
  ]);
});
