import type { Problem } from '../../preload/contract/problem';
import { formatWait } from '../format/date';
import type { Messages } from './en';

/** A failure as a screen reader announces it: what failed, and for a 429 when the desk continues by itself. */
export function announceProblem(what: string, { retryAfterSeconds }: Problem, messages: Messages): string {
  if (retryAfterSeconds === undefined) return what;
  return `${what} ${messages.continuesIn(formatWait(retryAfterSeconds))}`;
}
