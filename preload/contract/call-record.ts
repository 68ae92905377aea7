import type { ProblemKind, RequestFacts } from './problem';

/**
 * One call to the API as it may be logged, shown and copied: an allow-list. It never contains a path with IDs, a
 * query, a body, a header, the key, or a text of the API.
 */
export interface CallRecord extends Omit<RequestFacts, 'path' | 'studio'> {
  /** ID of the studio; absent while a key is proved. */
  studio?: string;
  /** Status of the last answer; absent without an answer. */
  status?: number;
  /**
   * Present only in Datadog's format (32 hexadecimal digits or a decimal number); anything else counts as free text.
   */
  traceId?: string;
  /** Kind of the failure; absent when the call succeeded. */
  problem?: ProblemKind;
}

/** Number of records that are kept in memory for the health line and its report. */
export const recordsKept = 50;
