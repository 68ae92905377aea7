import type { Problem } from '../../preload/contract/problem';
import { formatMinutes, formatWait } from '../format/date';
import { countDown } from '../format/running-time';
import { askableAt } from '../loadable';
import { useLanguage } from '../messages/language';
import { useNow } from './use-now';
import { useWatched } from './use-watched';

/** Time until a panel with a 429 is loaded again; nothing for any other problem. */
export function Countdown({ problem }: { problem: Problem }) {
  const { messages } = useLanguage();
  const until = askableAt(problem);
  const { isWatched, watch } = useWatched();
  const now = useNow((at) =>
    until === undefined ? undefined : countDown(until - at, isWatched).changesInMs,
  );
  if (until === undefined) return null;
  const left = Math.max(0, until - now);
  const words = countDown(left, isWatched).inSeconds
    ? formatWait(Math.ceil(left / 1_000))
    : formatMinutes(Math.ceil(left / 60_000));
  // The Announcer announces the wait once; a live countdown would be announced every second.
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard has to reach what the pointer shows.
    <span role="timer" aria-live="off" className="number" tabIndex={0} {...watch}>
      {messages.continuesIn(left > 0 ? words : undefined)}
    </span>
  );
}
