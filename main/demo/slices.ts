import type { InvalidParameter } from './invalid-parameter';
import { Digits, type JsonObject } from './json';

/** Default and maximum slice size of the demo; those of the API are not documented. */
const defaultSize = 50;
const largestSize = 500;

/** Answer of every endpoint with slices. */
export type Slice = { result: readonly JsonObject[]; hasNext: boolean; offset: string };

/**
 * Returns the rows that `sliceSize` and `offset` select, or what is invalid; more rows than `largest` are. An offset "may be an id or a running
 * count" (API reference), so the demo has endpoints of both kinds: clients must pass it back unchanged.
 */
export function slice(
  rows: readonly JsonObject[],
  query: URLSearchParams,
  offsetIs: 'id' | 'count',
  largest?: number,
): Slice | InvalidParameter {
  const size = wholeNumber(query.get('sliceSize') ?? String(defaultSize));
  if (size === undefined || size === 0 || size > (largest ?? size)) return { invalid: 'sliceSize' };
  const given = query.get('offset');
  const from = given === null ? 0 : offsetIs === 'id' ? after(rows, given) : wholeNumber(given);
  if (from === undefined) return { invalid: 'offset' };
  const result = rows.slice(from, from + Math.min(size, largestSize));
  const end = from + result.length;
  const last = result.at(-1);
  const offset = offsetIs === 'id' ? (last ? idOf(last) : (given ?? '0')) : String(end);
  return { result, hasNext: end < rows.length, offset };
}

/** Index after the row with this ID. */
function after(rows: readonly JsonObject[], id: string): number | undefined {
  if (id === '0') return 0;
  const index = rows.findIndex((row) => idOf(row) === id);
  return index === -1 ? undefined : index + 1;
}

function idOf({ id }: JsonObject): string {
  return id instanceof Digits ? id.text : String(id);
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
