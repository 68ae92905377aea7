import type { ProblemKind, RequestFacts } from './problem';

/**
 * One call to the API as it may be kept, shown and copied: an allow-list. It never holds a path with its ids, a query, a
 * body, a header, the key, or a word the API wrote.
 */
export interface CallRecord extends Omit<RequestFacts, 'path'> {
  /** The last answer's status, if there was an answer. */
  status?: number;
  /** Only when it looks like one (Datadog: 32 hexadecimal digits, or a decimal number); anything else is free text. */
  traceId?: string;
  /** How it ended, when it did not end well. */
  problem?: ProblemKind;
}

/** Records kept in memory for the health line and its report. */
export const recordsKept = 50;
