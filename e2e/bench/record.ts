import { test } from '@playwright/test';
import type { Measured, Point, RowId, SeriesId } from './table';

/** Passes the result of a row to the reporter, which builds the table. */
export function record(row: RowId, measured: Measured): void {
  test.info().annotations.push({ type: 'measured', description: JSON.stringify({ row, ...measured }) });
}

/** Passes a point of a plot to the reporter. */
export function recordPoint(series: SeriesId, point: Point): void {
  test.info().annotations.push({ type: 'point', description: JSON.stringify({ series, ...point }) });
}

/** Takes samples one after the other; the first is a warm-up. */
export async function samples(count: number, take: (index: number) => Promise<number>): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index <= count; index += 1) taken.push(await take(index));
  return taken.slice(1);
}

/** Takes samples of two subjects in turns, so that a drift affects both; the first of each is a warm-up. */
export async function inTurns(
  count: number,
  ours: (index: number) => Promise<number>,
  theirs: (index: number) => Promise<number>,
): Promise<{ ours: number[]; theirs: number[] }> {
  const taken = { ours: [] as number[], theirs: [] as number[] };
  for (let index = 0; index <= count; index += 1) {
    const [mine, other] = [await ours(index), await theirs(index)];
    if (index === 0) continue;
    taken.ours.push(mine);
    taken.theirs.push(other);
  }
  return taken;
}
