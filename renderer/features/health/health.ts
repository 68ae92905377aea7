import type { CallRecord } from '../../../preload/contract/call-record';
import type { ProblemKind } from '../../../preload/contract/problem';

/** Problems that count as answers: the endpoint itself works. */
const answers: ReadonlySet<ProblemKind> = new Set([
  'badRequest',
  'forbidden',
  'forbiddenOtherStudio',
  'notFound',
  'conflict',
]);

/** Number of calls per endpoint that the health line shows. */
const recentCallCount = 10;

/** Recent outcomes of an endpoint of one studio. */
export interface EndpointHealth {
  endpoint: string;
  /** ID of the studio; absent where the calls name none. */
  studio?: string;
  /** Outcomes, oldest first; `true` is an answer. */
  outcomes: boolean[];
  failed: number;
  /** Median of the answers in whole milliseconds; undefined without an answer. */
  medianMs: number | undefined;
}

/** Health by studio and endpoint, in the order of the first call. Calls that were not sent or were cancelled are left out. */
export function healthOf(records: readonly CallRecord[]): EndpointHealth[] {
  const byEndpoint = new Map<string, CallRecord[]>();
  for (const record of records) {
    // The HEAD requests of "Connect" are no lookups, and the first of them must be refused.
    if (record.attempts === 0 || record.problem === 'cancelled' || record.method === 'HEAD') continue;
    const group = `${record.studio ?? ''} ${record.endpoint}`;
    byEndpoint.set(group, [...(byEndpoint.get(group) ?? []), record].slice(-recentCallCount));
  }
  return [...byEndpoint.values()].map((calls) => {
    const [{ endpoint, studio }] = calls as [CallRecord];
    const answered = calls.filter(({ problem }) => problem === undefined || answers.has(problem));
    return {
      endpoint,
      ...(studio !== undefined && { studio }),
      outcomes: calls.map((call) => answered.includes(call)),
      failed: calls.length - answered.length,
      medianMs: median(answered.map(({ durationMs }) => durationMs)),
    };
  });
}

/** Median in whole milliseconds. */
function median(values: number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : Math.round((low + high) / 2);
}
