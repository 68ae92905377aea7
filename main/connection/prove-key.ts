import { fail, type Outcome } from '../../preload/contract/problem';
import type { ApiRequest, Credentials } from '../api/api-request';
import type { Http } from '../api/http';

/**
 * Request that proves a key: `HEAD` on any path answers 200 for a valid key and 401 otherwise, without business logic
 * (API reference).
 */
const head: ApiRequest = { method: 'HEAD', endpoint: '/v1/customers' };

/** Statuses of a server that may be the API but cannot answer now. */
const notNow = new Set(['rateLimited', 'serverError', 'unavailable', 'proxy']);

/**
 * Proves a key. The first request carries no key: only an address that answers it with 401 behaves like the API.
 * SECURITY: a mistyped host, a captive portal or a company's web page therefore never receives the key.
 */
export async function proveKey(
  http: Http,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<Outcome<null>> {
  const anonymous = await http.status(head, { ...credentials, key: undefined }, signal);
  if (anonymous.ok) return fail({ kind: 'notTheApi', detail: '200 without a key' });
  const { problem } = anonymous;
  if (problem.kind === 'unauthorized') return http.status(head, credentials, signal);
  const answered = problem.response !== undefined && !notNow.has(problem.kind);
  return fail(answered ? { ...problem, kind: 'notTheApi' } : problem);
}
