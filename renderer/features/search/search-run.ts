import { createPhoneRepetition } from './phone-repetition';
import { createSearchAsking, type SearchRunContext } from './search-asking';
import { createSearchTurns } from './search-turns';

/** The search that runs; built by {@link createSearchRun}. */
export type SearchRun = ReturnType<typeof createSearchRun>;

/** Sends one search at a time, repeats the one on screen, and drops late answers. */
export function createSearchRun(context: SearchRunContext) {
  const turns = createSearchTurns(context.painted);
  const { afterPaint, afterPause, now, opened, wentBack, hasOpened } = turns;
  return {
    ...createSearchAsking(context, turns),
    repeat: createPhoneRepetition(context, turns),
    afterPaint,
    afterPause,
    now,
    opened,
    wentBack,
    hasOpened,
    /** Drops pending work, so that no late answer appears under another text. @returns whether a search was running */
    stop(): boolean {
      const running = context.get().answer.state === 'loading';
      turns.next();
      if (running) void context.api.search.cancel();
      return running;
    },
  };
}
