import type { Problem } from '../../preload/contract/problem';
import { formatWait } from '../format/date';
import { askableAt } from '../loadable';
import { useLanguage } from '../messages/language';
import { useNow } from './use-now';

/** Time until a panel with a 429 is loaded again; nothing for any other problem. */
export function Countdown({ problem }: { problem: Problem }) {
  const { messages } = useLanguage();
  const until = askableAt(problem);
  const now = useNow(until === undefined ? undefined : 250);
  if (until === undefined) return null;
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  // The Announcer announces the wait once; a live countdown would be announced every second.
  return (
    <span role="timer" aria-live="off" className="number">
      {messages.continuesIn(seconds > 0 ? formatWait(seconds) : undefined)}
    </span>
  );
}
