import { join } from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { asMarkdown, asText, withoutSeconds } from './faults-table.mjs';
import { TableReporter } from './table-reporter.mjs';

/** Playwright loads reporters by their default export. */
export default class Faults extends TableReporter {
  constructor({ faults }) {
    super({
      name: 'faults',
      annotation: 'fault',
      entries: faults,
      file: join(root, 'docs', 'faults.md'),
      asText,
      asMarkdown,
      comparable: withoutSeconds,
    });
  }
}
