/** Where a period lies from a day: before it, around it, or after it. A missing end means that none is set. */
export function phaseOn(
  day: string,
  { startDate, endDate }: { startDate?: string; endDate?: string },
): 'past' | 'now' | 'ahead' {
  if (endDate !== undefined && endDate < day) return 'past';
  return startDate !== undefined && startDate > day ? 'ahead' : 'now';
}
