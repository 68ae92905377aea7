import { test } from '@playwright/test';
import type { Measured, Point, RowId, SeriesId } from './table';

/** Hands what a row found to the reporter, which makes the table of it. */
export function record(row: RowId, measured: Measured): void {
  test.info().annotations.push({ type: 'measured', description: JSON.stringify({ row, ...measured }) });
}

/** Hands one point of a plot to the reporter. */
export function recordPoint(series: SeriesId, point: Point): void {
  test.info().annotations.push({ type: 'point', description: JSON.stringify({ series, ...point }) });
}

/** Takes samples one after the other, after one that does not count. */
export async function samples(count: number, take: (index: number) => Promise<number>): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index <= count; index += 1) taken.push(await take(index));
  return taken.slice(1);
}

/** Samples of two alternately, so that what drifts meanwhile drifts for both; the first of each does not count. */
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
