import type { CallRecord } from '../../preload/contract/call-record';
import type { Problem, RequestFacts } from '../../preload/contract/problem';
import { studioIdOf } from '../../preload/contract/studio';
import { isTraceId } from '../../preload/contract/trace-id';

/**
 * Copies a finished request field by field into a record, so that a field added to requests later is not logged by
 * accident.
 *
 * @param problem how it failed; undefined when it succeeded
 */
export function toRecord(
  { id, method, endpoint, startedAt, durationMs, attempts, studio }: RequestFacts,
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
    ...(studio && { studio: studioIdOf(studio) }),
    ...(status !== undefined && { status }),
    ...(isTraceId(traceId) && { traceId }),
    ...(problem && { problem: problem.kind }),
  };
}
