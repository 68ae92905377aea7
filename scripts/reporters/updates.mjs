import { aligned, marks } from './columns.mjs';
import { TableReporter } from './table-reporter.mjs';

function asText(courses, rows) {
  const lines = Object.entries(courses)
    .filter(([id]) => rows.has(id))
    .map(([id, { course, expected }]) => {
      const { outcome, seen = '–' } = rows.get(id);
      return [course, expected, seen === expected ? 'the same' : seen, marks[outcome]];
    });
  return aligned([['Course of an update', 'Expected', 'Seen', ''], ...lines]);
}

/** Playwright loads reporters by their default export. */
export default class Updates extends TableReporter {
  constructor({ courses }) {
    super({ name: 'updates', annotation: 'course', entries: courses, asText });
  }
}
