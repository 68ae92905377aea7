import type { CallRecord } from '../../preload/contract/call-record';
import type { Problem, RequestFacts } from '../../preload/contract/problem';

/** Datadog's ids. SECURITY: an API may write anything here; a name, a card number or a key has another shape. */
const traceIdShape = /^([0-9a-f]{32}|(?=\d*[a-f])[0-9a-f]{16}|\d{17,20})$/;

/**
 * A finished request as a record, field by field, so that a fact added to requests later is not kept by itself.
 *
 * @param problem how it ended, undefined when it ended well
 */
export function toRecord(
  { id, method, endpoint, startedAt, durationMs, attempts }: RequestFacts,
  problem: Problem | undefined,
): CallRecord {
  const status = problem ? problem.response?.status : 200;
  const traceId = problem?.response?.traceId;
  return {
    id,
    method,
    endpoint,
    startedAt,
    durationMs,
    attempts,
    ...(status !== undefined && { status }),
    ...(traceId && traceIdShape.test(traceId) && { traceId }),
    ...(problem && { problem: problem.kind }),
  };
}
