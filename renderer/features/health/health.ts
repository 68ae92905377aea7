import type { CallRecord } from '../../../preload/contract/call-record';
import type { ProblemKind } from '../../../preload/contract/problem';

/** Ends that say nothing about the health of the API: it answered, or nobody waited for it. */
const answers: ReadonlySet<ProblemKind> = new Set([
  'badRequest',
  'forbidden',
  'forbiddenOtherStudio',
  'notFound',
  'conflict',
]);

/** The calls of one endpoint the health line looks back on. */
const lookBack = 10;

/** How an endpoint did lately. */
export interface EndpointHealth {
  endpoint: string;
  /** The last outcomes, oldest first; `true` is an answer. */
  outcomes: boolean[];
  failed: number;
  /** Whole milliseconds of the answers among them; undefined without one. */
  medianMs: number | undefined;
}

/** Lookups that were sent and waited for, by endpoint, in the order in which endpoints were first asked. */
export function healthOf(records: readonly CallRecord[]): EndpointHealth[] {
  const byEndpoint = new Map<string, CallRecord[]>();
  for (const record of records) {
    // The HEAD of "Connect" is meant to be refused at first, and was never a lookup.
    if (record.attempts === 0 || record.problem === 'cancelled' || record.method === 'HEAD') continue;
    byEndpoint.set(record.endpoint, [...(byEndpoint.get(record.endpoint) ?? []), record].slice(-lookBack));
  }
  return [...byEndpoint].map(([endpoint, calls]) => {
    const answered = calls.filter(({ problem }) => problem === undefined || answers.has(problem));
    return {
      endpoint,
      outcomes: calls.map((call) => answered.includes(call)),
      failed: calls.length - answered.length,
      medianMs: median(answered.map(({ durationMs }) => durationMs)),
    };
  });
}

/** The middle one; of two middle ones their mean, in whole milliseconds. */
function median(values: number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : Math.round((low + high) / 2);
}
