import { fail, type Outcome, type Problem } from '../../preload/contract/problem';
import type { AnswerReader } from './answer-reader';
import type { ApiRequest, Credentials } from './api-request';
import { fromNetworkError, fromStatus, headerFacts, RequestAborted } from './problems';
import type { Quota } from './quota';
import { readBody } from './read-body';
import { redactProblem } from './redact-key';

/** Limits of a request and its repetitions. */
export interface Limits {
  headersMs: number;
  totalMs: number;
  maxBytes: number;
  /** The pause before repetition n is random, up to `backoffMs * 2^n` and at most `backoffCapMs`. */
  backoffMs: number;
  backoffCapMs: number;
  repetitions: number;
}

/** The part of `fetch` that main uses. An abort rejects, before the answer and while its body is read. */
export type Fetch = (url: string, init: FetchInit) => Promise<Answer>;

/** The part of `RequestInit` that main uses. */
export interface FetchInit {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  redirect: 'error';
  cache: 'no-store';
  credentials: 'omit';
  signal?: AbortSignal;
}

/** The part of `Response` that main uses. */
export interface Answer {
  status: number;
  headers: AnswerHeaders;
  body: (AsyncIterable<Uint8Array> & { cancel: () => unknown }) | null;
}

/** @param name in lower case */
export type AnswerHeaders = { get: (name: string) => string | null };

/** A request with all that its attempts share. */
export interface SentRequest {
  url: URL;
  request: ApiRequest;
  credentials: Credentials;
  /** Trace ID of W3C Trace Context, 32 hexadecimal digits. */
  traceId: string;
  /** What the quota counts the request for: studio and endpoint. */
  counted: string;
}

/** Services and limits that every attempt needs. */
export interface AttemptContext {
  fetch: Fetch;
  quota: Quota;
  language: () => string;
  limits: Limits;
}

/** Sends a request once and reads its answer. */
export async function attempt<T>(
  { fetch, quota, language, limits }: AttemptContext,
  { url, request, credentials, traceId, counted }: SentRequest,
  end: AbortSignal,
  reader: AnswerReader<T>,
): Promise<Outcome<T>> {
  const stop = new AbortController();
  const headersTimer = setTimeout(() => stop.abort(new RequestAborted('timeout')), limits.headersMs);
  const signal = AbortSignal.any([stop.signal, end]);
  try {
    signal.throwIfAborted();
    const response = await fetch(url.href, {
      method: request.method,
      headers: {
        ...(credentials.key && { 'X-API-KEY': credentials.key }),
        Accept: 'application/json',
        'Accept-Language': language(),
        // W3C Trace Context: version, trace ID, ID of this attempt, and that it is to be recorded.
        traceparent: `00-${traceId}-${randomHex(16)}-01`,
        ...(request.body && { 'Content-Type': 'application/json' }),
      },
      ...(request.body && { body: JSON.stringify(request.body) }),
      // SECURITY: Chromium forwards X-API-KEY to the target of a redirect, even to another origin.
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      signal,
    });
    clearTimeout(headersTimer);
    const wanted = response.status === 200;
    const refusal: Buffer[] = [];
    await readBody(response, request.maxBytes ?? limits.maxBytes, stop, (piece) => {
      if (wanted) reader.take(piece);
      else refusal.push(piece);
      return wanted && reader.hasEnough === true;
    });
    if (wanted) return withHeaders(await reader.end(), response.headers, credentials.key);
    const text = Buffer.concat(refusal).toString();
    if (response.status === 429) quota.freeze(counted, response.headers.get('retry-after'));
    const problem: Problem = fromStatus(response.status, text);
    if (problem.kind === 'rateLimited') problem.retryAfterSeconds = quota.secondsLeft(counted);
    return withHeaders(fail(problem), response.headers, credentials.key);
  } catch (error) {
    return fail(fromNetworkError(signal.aborted ? signal.reason : error));
  } finally {
    clearTimeout(headersTimer);
  }
}

/** Random hexadecimal digits, without loading `node:crypto` before the first request. A trace ID is no secret. */
export function randomHex(digits: number): string {
  return Array.from({ length: digits }, () => Math.floor(Math.random() * 16).toString(16)).join('');
}

/** Adds the headers of the answer to a problem, for the report. */
function withHeaders<T>(outcome: Outcome<T>, headers: AnswerHeaders, key: string | undefined): Outcome<T> {
  if (outcome.ok || !outcome.problem.response) return outcome;
  const response = { ...outcome.problem.response, ...headerFacts(headers) };
  return fail(redactProblem({ ...outcome.problem, response }, key));
}
