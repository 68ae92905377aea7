import { join } from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { asMarkdown, asText } from './security-table.mjs';
import { TableReporter } from './table-reporter.mjs';

/** Playwright loads reporters by their default export. */
export default class Security extends TableReporter {
  constructor({ attacks }) {
    super({
      name: 'security',
      annotation: 'attack',
      entries: attacks,
      file: join(root, 'docs', 'security.md'),
      asText,
      asMarkdown,
    });
  }
}
