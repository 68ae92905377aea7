import type { Problem } from '../../../preload/contract/problem';
import type { Language } from '../../messages/language';
import { factsOf } from './facts';
import { redact } from './redact';

/**
 * A failure as Markdown for a ticket: the facts of the drawer, without the customer.
 *
 * @param personal values of the open customer and of the search box, which are taken out of what the API wrote
 */
export function errorReport(
  problem: Problem,
  version: string,
  personal: readonly string[],
  language: Language,
): string {
  const { messages } = language;
  const rows = factsOf(problem, version, language, 'report').map(({ label, value, free }) => {
    const text = value === undefined ? messages.notSupplied : free ? code(redact(value, personal)) : value;
    return `| ${label} | ${cell(text)} |`;
  });
  const { title } = messages.problems[problem.kind];
  return [`### ${title}`, '', '| Ringside | |', '| --- | --- |', ...rows, ''].join('\n');
}

/** Longer, a report is read by nobody, and the border refuses it: each character may take two once it is escaped. */
const longestCell = 1_500;

/** What the API wrote, as text: no link, image or mention of it comes alive in a ticket. */
function code(text: string): string {
  return `\`${text.slice(0, longestCell).replaceAll('`', "'")}\``;
}

/** Text that stays one cell. Backslashes before a bar are doubled, or they would take its own away. */
function cell(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').replace(/(\\*)\|/g, '$1$1\\|');
}
