import { aligned, marks } from './columns.mjs';

/** The table of a run for a terminal; `rows` maps IDs to results. */
export function asText(courses, rows) {
  const lines = Object.entries(courses)
    .filter(([id]) => rows.has(id))
    .map(([id, { course, expected }]) => {
      const { outcome, seen = '–' } = rows.get(id);
      return [course, expected, seen === expected ? 'the same' : seen, marks[outcome]];
    });
  return aligned([['Course of an update', 'Expected', 'Seen', ''], ...lines]);
}
