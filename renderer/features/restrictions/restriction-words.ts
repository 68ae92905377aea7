import type { AccessRestriction } from '../../../preload/contract/domain';
import { formatDate, today } from '../../format/date';
import { phaseOn } from '../../format/period';
import { useLanguage } from '../../messages/language';
import { restrictionsMessages } from './messages';

/** Returns a function that puts a restriction into words: `“Outstanding fees”, since 3 Nov 2026, no end set`. */
export function useRestrictionWords(): (restriction: AccessRestriction) => string {
  const { code, locale } = useLanguage();
  const words = restrictionsMessages[code];
  return (restriction) => {
    const { reason, startDate, endDate } = restriction;
    const start = startDate && formatDate(startDate, locale);
    const end = endDate && formatDate(endDate, locale);
    return [
      words.quoted(reason),
      ...(phaseOn(today(), restriction) === 'past' && start && end
        ? [words.period(start, end)]
        : [
            start && (phaseOn(today(), restriction) === 'ahead' ? words.from(start) : words.since(start)),
            end ? words.until(end) : words.noEnd,
          ]),
    ]
      .filter(Boolean)
      .join(', ');
  };
}
