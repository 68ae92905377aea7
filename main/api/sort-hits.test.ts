import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SearchHit } from '../../preload/contract/domain';
import { inDisplayOrder } from '../../preload/contract/hit-order';
import { sortHits } from './sort-hits';

const hit = (lastName: string, status: string, id: number): SearchHit =>
  ({ studio: 's', matchedBy: 'name', customer: { id: String(id), lastName, status } }) as SearchHit;

it('the order in pieces is the order in one go', async () => {
  const names = fc.constantFrom('Müller', 'Mueller', 'von der Heide', 'Ångström', 'ab', 'A');
  const statuses = fc.constantFrom('MEMBER', 'PROSPECT', 'FORMER_MEMBER', 'NEW');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, statuses), { minLength: 1_200, maxLength: 2_600, size: 'max' }),
      async (rows) => {
        const hits = rows.map(([name, status], index) => hit(name, status, (index * 7919) % 10_007));
        expect(await sortHits(hits)).toEqual(inDisplayOrder(hits));
      },
    ),
    { numRuns: 10 },
  );
  expect(await sortHits([])).toEqual([]);
});
