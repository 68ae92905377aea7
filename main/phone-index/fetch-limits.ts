import { RequestAborted } from '../api/problems';
import type { Clock } from './clock';
import type { FetchedFile, IndexFileSource } from './index-file-source';

/** Time in which a fetch must make progress, in milliseconds. */
const stalledMs = 60_000;

/** Number of these times after which a fetch ends in any case. */
const maxTurns = 30;

/** Fetches the file within the time limits. */
export async function fetchWithLimits(
  source: IndexFileSource,
  clock: Clock,
  tag: string | undefined,
  signal: AbortSignal,
): Promise<FetchedFile | 'unchanged'> {
  const late = new AbortController();
  const done = new AbortController();
  let moved = false;
  const watch = async () => {
    for (let turns = 1; ; turns += 1) {
      moved = false;
      await clock.sleep(stalledMs, done.signal);
      if (done.signal.aborted) return;
      if (!moved || turns === maxTurns) return late.abort(new RequestAborted('timeout'));
    }
  };
  void watch();
  try {
    return await source(tag, AbortSignal.any([signal, late.signal]), () => {
      moved = true;
    });
  } finally {
    done.abort();
  }
}
