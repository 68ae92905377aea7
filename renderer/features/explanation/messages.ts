import type { Language } from '../../messages/language';
import { clauseFormat } from './clause-words';
import type { ClauseWords } from './clauses';
import { englishClauses } from './english';
import { germanClauses } from './german';

const en = {
  group: 'Explanation',
  copy: 'Copy',
  /** What was copied, in the middle of a sentence. */
  what: 'explanation',
  /** The button that changes to this language. */
  inThisLanguage: 'In English',
  differs: 'The balance and the open sum differ. The balance can include items that are not transactions.',
  clauses: englishClauses,
};

/** Words of the panel, by language. */
export const explanationMessages: Record<Language['code'], typeof en> = {
  en,
  de: {
    group: 'Erklärung',
    copy: 'Kopieren',
    what: 'Erklärung',
    inThisLanguage: 'Auf Deutsch',
    differs:
      'Saldo und offene Summe weichen voneinander ab. Der Saldo kann Posten enthalten, die keine Buchungen sind.',
    clauses: germanClauses,
  },
};

export function clauseWords({ code, locale }: Pick<Language, 'code' | 'locale'>): ClauseWords {
  return explanationMessages[code].clauses(clauseFormat(locale));
}
