import { expect, test } from 'vitest';
import { asText, growthOf } from './day-table.mjs';

const heap = { what: 'Heap', unit: 'MB', most: 1 };

/** Twenty-one samples; the page is loaded again after every fifth. */
const day = (heapAt) =>
  Array.from({ length: 21 }, (_, index) => {
    const [lookups, pageLookups] = [index * 100, (index % 5) * 100];
    return { lookups, pageLookups, values: { heap: heapAt(lookups, pageLookups, index) } };
  });

test('a quantity grows by what each lookup keeps, and not by caches that fill first or by outliers', () => {
  expect(
    growthOf(
      heap,
      'heap',
      day((lookups) => 50 + lookups / 1_000),
    ),
  ).toBeCloseTo(2);
  expect(
    growthOf(
      heap,
      'heap',
      day((lookups) => 50 + Math.min(lookups, 400) / 100),
    ),
  ).toBeCloseTo(0);
  expect(
    growthOf(
      heap,
      'heap',
      day((_, __, index) => (index === 12 ? 90 : 50)),
    ),
  ).toBe(0);
});

test('what the page keeps until it is loaded again counts as well', () => {
  const samples = day((_, pageLookups) => 50 + pageLookups / 1_000);
  expect(growthOf(heap, 'heap', samples)).toBeLessThan(0.5);
  expect(growthOf({ ...heap, isOfPage: true }, 'heap', samples)).toBeCloseTo(2);
});

test('what one of six locks leaves behind is seen', () => {
  const samples = day((_, __, index) => Math.min(Math.max(index - 6, 0), 6));
  expect(growthOf(heap, 'heap', samples)).toBeGreaterThan(2);
});

test('the table says what grows', () => {
  const quantities = { heap };
  const table = asText(quantities, { samples: day((lookups) => 50 + lookups / 1_000) });
  expect(table.split('\n').at(-1)).toMatch(
    /^\| Heap, MB +\| +50\.3 \| +51\.0 \| +51\.7 \| +\+2\.0 \| +≤ 1 \| GROWS \|$/,
  );
  expect(asText(quantities, { samples: day(() => 50) })).toContain('| flat');
  expect(asText(quantities, undefined)).toBe('');
});
