import type { CheckIn } from '../../../preload/contract/domain';
import { formatDate } from '../../format/date';
import type { Language } from '../../messages/language';
import { type NoRight, noRight } from '../../missing-rights';
import { readCheckInTime } from './check-in-time';
import type { CheckIns } from './load-check-ins';
import { checkInsMessages } from './messages';

/** A value with its label, and its name in the middle of a sentence. */
export type CheckInsRow = readonly [label: string, value: string, what: string];

/** What is shown of the check-ins: rows, or one sentence. */
export function checkInsWords(value: CheckIns | NoRight, language: Language): CheckInsRow[] | string {
  const words = checkInsMessages[language.code];
  if (value === noRight) return words.noRight;
  const { count, isCountComplete, last, isLastCertain } = value;
  if (!last && isLastCertain) return words.noneInYear;
  return [
    [isLastCertain ? words.last : words.latestKnown, lastWords(last ?? {}, language), words.facts.last],
    [
      words.month,
      count === 0 && isCountComplete ? words.none : words.count(count, isCountComplete),
      words.facts.month,
    ],
  ];
}

/** `24 Nov 2026, 18:30, Augsburg`. A time in another form is shown as sent. */
function lastWords({ dateTime, studioName }: Partial<CheckIn>, { locale, messages }: Language): string {
  const at = readCheckInTime(dateTime ?? '');
  const time = at ? `${formatDate(at.day, locale)}, ${at.time}` : (dateTime ?? messages.notSupplied);
  return studioName ? `${time}, ${studioName}` : time;
}

/** The check-ins as a screen reader announces them. */
export function checkInsAnnouncement(value: CheckIns | NoRight, language: Language): string {
  const words = checkInsWords(value, language);
  const { title } = checkInsMessages[language.code];
  return typeof words === 'string'
    ? words
    : `${title}: ${words.map(([label, text]) => `${label}: ${text}`).join('. ')}`;
}
