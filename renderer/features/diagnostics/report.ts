import type { Problem } from '../../../preload/contract/problem';
import type { Language } from '../../messages/language';
import { type Environment, factsOf } from './facts';
import { redact } from './redact';

/**
 * A failure as Markdown for a ticket: the facts of the diagnostics without the customer.
 *
 * @param personal values of the open customer and of the search box, which are removed from texts of the API
 */
export function errorReport(
  problem: Problem,
  environment: Environment,
  personal: readonly string[],
  language: Language,
): string {
  const { messages } = language;
  const rows = factsOf(problem, environment, language, 'report').map(({ label, value, free }) => {
    const text = value === undefined ? messages.notSupplied : free ? code(redact(value, personal)) : value;
    return `| ${label} | ${cell(text)} |`;
  });
  const { title } = messages.problems[problem.kind];
  return [`### ${title}`, '', '| Ringside | |', '| --- | --- |', ...rows, ''].join('\n');
}

/** Maximum characters of a cell. Escaping may double them, and the border limits a report. */
const maxCellLength = 1_500;

/** Escapes a text of the API, so that no link, image or mention in it works in a ticket. */
function code(text: string): string {
  return `\`${text.slice(0, maxCellLength).replaceAll('`', "'")}\``;
}

/**
 * Escapes a text for one table cell. Backslashes before a bar are doubled; otherwise they would undo the bar's
 * escape.
 */
function cell(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').replace(/(\\*)\|/g, '$1$1\\|');
}
