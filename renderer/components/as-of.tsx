import { formatAge, formatTime } from '../format/date';
import { ageChangesInMs } from '../format/running-time';
import { useLanguage } from '../messages/language';
import { useNow } from './use-now';

/** Time and age of data: `10:31:05, 4 min ago`. */
export function AsOf({ time }: { time: number }) {
  const { messages, locale } = useLanguage();
  const now = useNow((at) => ageChangesInMs(at, [time]));
  const age = formatAge(now - time, locale);
  return (
    <>
      {messages.customer.failedHint(age ? `${formatTime(time, locale)} (${age})` : formatTime(time, locale))}
    </>
  );
}
