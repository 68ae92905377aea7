import type { CallRecord } from '../../preload/contract/call-record';
import type { Problem, RequestFacts } from '../../preload/contract/problem';
import { studioIdOf } from '../../preload/contract/studio';

/**
 * Shape of Datadog's trace IDs. SECURITY: an API may send any text here; a name, a card number or a key has another
 * shape.
 */
const traceIdShape = /^([0-9a-f]{32}|(?=\d*[a-f])[0-9a-f]{16}|\d{17,20})$/;

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
    ...(traceId && traceIdShape.test(traceId) && { traceId }),
    ...(problem && { problem: problem.kind }),
  };
}
