import { z } from 'zod';
import { succeed } from '../../preload/contract/problem';
import type { AnswerReader } from './answer-reader';
import type { FieldFilter } from './json-projection';
import type { Slice } from './schemas';
import { SliceAnswer } from './slice-answer';

/** Number of rows of a slice, the most that the API allows. */
const sliceSize = '50';

/** Maximum number of rows that are read of one answer, because an API that ignores `sliceSize` may send thousands. */
const maxRows = 500;

/** Where the rows of a slice begin that the page asks for. */
interface Place {
  /** Number of rows of the answer that the page has already. */
  skipped: number;
  /** Offset of the answer, as the API sent it; undefined for the first slice. */
  offset?: string | undefined;
}

/**
 * Offset of a slice between page and main: the number of rows to skip and, after a `>`, the offset of the API. Main keeps
 * nothing between two requests.
 *
 * SECURITY: the page may send any text. The number is limited to what an answer of 2 MiB can contain; the offset is
 * only sent to the API.
 */
export const pageOffset = z
  .string()
  .max(1_008)
  .regex(/^\d{1,7}(>|$)/);

function placeOf(offset = '0'): Place {
  const end = offset.indexOf('>');
  return end < 0
    ? { skipped: Number(offset) }
    : { skipped: Number(offset.slice(0, end)), offset: offset.slice(end + 1) };
}

function pageOffsetOf({ skipped, offset }: Place): string {
  return offset === undefined ? `${skipped}` : `${skipped}>${offset}`;
}

/** Query of a slice. @param offset as the page sent it */
export function sliceQuery(offset: string | undefined): Record<string, string> {
  const place = placeOf(offset);
  return { sliceSize, ...(place.offset !== undefined && { offset: place.offset }) };
}

/**
 * Reads the rows of a slice that the page asked for, at most {@link maxRows}.
 *
 * @param wants the fields that the row's schema reads
 * @param offset as the page sent it
 * @param toValue makes of the rows what crosses the border; their `nextOffset` is a {@link pageOffset}
 */
export function pageSliceReader<T, V>(
  row: z.ZodType<T>,
  wants: FieldFilter,
  offset: string | undefined,
  key: string | undefined,
  toValue: (slice: Slice<T>) => V,
): AnswerReader<V> {
  const place = placeOf(offset);
  const to = place.skipped + maxRows;
  const answer = new SliceAnswer(row, wants, key, { from: place.skipped, to });
  return {
    take: (piece) => answer.take(piece),
    get hasEnough() {
      return answer.hasEnough;
    },
    end() {
      const outcome = answer.end();
      if (!outcome.ok) return outcome;
      const { rows, nextOffset, isCut } = outcome.value;
      if (!isCut && nextOffset === undefined) return succeed(toValue({ rows }));
      const next = isCut ? { ...place, skipped: to } : { skipped: 0, offset: nextOffset };
      return succeed(toValue({ rows, nextOffset: pageOffsetOf(next) }));
    },
  };
}
