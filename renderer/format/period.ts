/** Where a period lies from a day: before it, around it, or after it. A missing end means that none is set. */
export function phaseOn(
  day: string,
  { startDate, endDate }: { startDate?: string; endDate?: string },
): 'past' | 'now' | 'ahead' {
  if (startDate !== undefined && startDate > day) return 'ahead';
  return endDate !== undefined && endDate < day ? 'past' : 'now';
}
