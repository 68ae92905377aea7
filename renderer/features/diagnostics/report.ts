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
    const text = value === undefined ? messages.notSupplied : free ? redact(value, personal) : value;
    return `| ${label} | ${cell(text)} |`;
  });
  const { title } = messages.problems[problem.kind];
  return [`### ${title}`, '', '| Ringside | |', '| --- | --- |', ...rows, ''].join('\n');
}

/** Text that stays one cell and stays text, whatever renders the ticket. */
function cell(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;');
}
