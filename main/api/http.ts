import type { z } from 'zod';
import { fail, type Outcome, type Problem, type RequestFacts, succeed } from '../../preload/contract/problem';
import type { StudioRef } from '../../preload/contract/studio';
import { type AnswerReader, ListAnswer, WholeAnswer } from './answer-reader';
import type { FieldFilter } from './json-projection';
import { fromNetworkError, fromStatus, headerFacts, isRetryable, RequestAborted } from './problems';
import type { Quota } from './quota';
import { readBody } from './read-body';
import { redactProblem } from './redact-key';

export interface ApiRequest {
  method: 'GET' | 'HEAD' | 'POST';
  /** Documented path with its placeholders, such as `/v1/customers/{customerId}`. Logs contain this path only. */
  endpoint: string;
  /** Values of the placeholders. */
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as JSON. */
  body?: Record<string, string>;
  /** Limit of the body after decompression, in bytes. */
  maxBytes?: number;
  /** True for a request in the background. It leaves half of the burst to lookups. */
  isBackground?: boolean;
}

/** Address and key of one request. They are read for each request and not kept. */
export interface Credentials {
  /** Base URL without a trailing slash. */
  address: string;
  /** The studio of the key. Absent while a key is proved. */
  studio?: StudioRef;
  /** What the quota counts the request for, where there is no studio. */
  countedFor?: string;
  /** Absent only for the request that checks how an address answers without a key. */
  key?: string | undefined;
}

export interface Limits {
  headersMs: number;
  totalMs: number;
  maxBytes: number;
  /** The pause before repetition n is random, up to `backoffMs * 2^n` and at most `backoffCapMs`. */
  backoffMs: number;
  backoffCapMs: number;
  repetitions: number;
}

export const defaultLimits: Limits = {
  headersMs: 10_000,
  totalMs: 20_000,
  maxBytes: 2 * 1024 * 1024,
  backoffMs: 300,
  backoffCapMs: 3_000,
  repetitions: 2,
};

/** `fetch` of an Electron session. Node's types do not know Chromium's `cache`. */
export type Fetch = (url: string, init: RequestInit & { cache: 'no-store' }) => Promise<Response>;

/** Called at the end of every request; `problem` is undefined when it succeeded. */
export type OnRequestEnd = (request: RequestFacts, problem: Problem | undefined) => void;

/** Sends requests to the API with limits, repetitions and redaction. Every result is an {@link Outcome}. */
export class Http {
  constructor(
    private readonly fetch: Fetch,
    private readonly quota: Quota,
    private readonly language: () => string,
    private readonly ended: OnRequestEnd,
    private readonly limits: Limits = defaultLimits,
    private readonly now: () => number = Date.now,
  ) {}

  /** Sends the request and reads a 200 with `schema`. Any other result is a problem with the facts of the request. */
  async json<T>(
    request: ApiRequest,
    schema: z.ZodType<T>,
    credentials: Credentials,
    signal?: AbortSignal,
  ): Promise<Outcome<T>> {
    return this.#send(request, credentials, signal, () => new WholeAnswer(schema, credentials.key));
  }

  /**
   * Sends the request and reads a list that may be long. `schema` reads one element, from the fields that `wants`
   * selects.
   */
  async list<T>(
    request: ApiRequest,
    schema: z.ZodType<T>,
    wants: FieldFilter,
    credentials: Credentials,
    signal?: AbortSignal,
  ): Promise<Outcome<T[]>> {
    return this.#send(request, credentials, signal, () => new ListAnswer(schema, wants, credentials.key));
  }

  /** Sends the request for its status only. */
  status(request: ApiRequest, credentials: Credentials, signal?: AbortSignal): Promise<Outcome<null>> {
    return this.#send(request, credentials, signal, () => ({
      take: () => undefined,
      end: () => succeed(null),
    }));
  }

  /** Runs the request from its first attempt to its last, adds its facts to the result and reports its end. */
  async #send<T>(
    request: ApiRequest,
    credentials: Credentials,
    signal: AbortSignal | undefined,
    reader: () => AnswerReader<T>,
  ): Promise<Outcome<T>> {
    const started = this.now();
    const path = request.endpoint.replace(/\{(\w+)\}/g, (_, name) =>
      encodeURIComponent(request.path?.[name] ?? ''),
    );
    const url = new URL(credentials.address + path);
    url.search = new URLSearchParams(request.query).toString();
    const id = randomHex(32);
    const { outcome, attempts } = await this.#repeat(url, request, credentials, id, signal, reader);
    const facts: RequestFacts = {
      id,
      method: request.method,
      endpoint: request.endpoint,
      path,
      startedAt: new Date(started).toISOString(),
      durationMs: this.now() - started,
      attempts,
      ...(credentials.studio && { studio: credentials.studio }),
    };
    this.ended(facts, outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) return outcome;
    const { studio } = credentials;
    return fail({ ...outcome.problem, request: facts, ...(studio && { studio }) });
  }

  async #repeat<T>(
    url: URL,
    request: ApiRequest,
    credentials: Credentials,
    id: string,
    signal: AbortSignal | undefined,
    reader: () => AnswerReader<T>,
  ): Promise<{ outcome: Outcome<T>; attempts: number }> {
    const counted = [
      credentials.studio ?? credentials.countedFor ?? credentials.address,
      request.endpoint,
    ].join(' ');
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new RequestAborted('timeout')), this.limits.totalMs);
    const end = signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal;
    try {
      for (let attempts = 0; ; ) {
        await this.#turn(counted, end, request.isBackground);
        const retryAfterSeconds = this.quota.secondsLeft(counted);
        if (retryAfterSeconds > 0)
          return { outcome: fail({ kind: 'rateLimited', retryAfterSeconds }), attempts };
        if (!end.aborted) attempts += 1;
        const outcome = await this.#attempt(url, counted, request, credentials, id, end, reader());
        if (outcome.ok || attempts > this.limits.repetitions || !isRetryable(outcome.problem.kind))
          return { outcome, attempts };
        const ceiling = Math.min(this.limits.backoffCapMs, this.limits.backoffMs * 2 ** (attempts - 1));
        await pause(Math.random() * ceiling, end);
        if (end.aborted) return { outcome, attempts };
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits until this desktop's share of the quota allows another request to the endpoint. */
  async #turn(counted: string, end: AbortSignal, isBackground?: boolean): Promise<void> {
    while (!end.aborted && this.quota.secondsLeft(counted) === 0) {
      const wait = this.quota.take(counted, isBackground);
      if (wait === 0) return;
      await pause(wait, end);
    }
  }

  async #attempt<T>(
    url: URL,
    counted: string,
    request: ApiRequest,
    credentials: Credentials,
    id: string,
    end: AbortSignal,
    reader: AnswerReader<T>,
  ): Promise<Outcome<T>> {
    const attempt = new AbortController();
    const late = setTimeout(() => attempt.abort(new RequestAborted('timeout')), this.limits.headersMs);
    const signal = AbortSignal.any([attempt.signal, end]);
    try {
      signal.throwIfAborted();
      const response = await this.fetch(url.href, {
        method: request.method,
        headers: {
          ...(credentials.key && { 'X-API-KEY': credentials.key }),
          Accept: 'application/json',
          'Accept-Language': this.language(),
          // W3C Trace Context: version, trace ID, ID of this attempt, and that it is to be recorded.
          traceparent: `00-${id}-${randomHex(16)}-01`,
          ...(request.body && { 'Content-Type': 'application/json' }),
        },
        ...(request.body && { body: JSON.stringify(request.body) }),
        // SECURITY: Chromium forwards X-API-KEY to the target of a redirect, even to another origin.
        redirect: 'error',
        cache: 'no-store',
        credentials: 'omit',
        signal,
      });
      clearTimeout(late);
      const wanted = response.status === 200;
      const refusal: Buffer[] = [];
      await readBody(response, request.maxBytes ?? this.limits.maxBytes, attempt, (piece) => {
        if (wanted) reader.take(piece);
        else refusal.push(piece);
      });
      if (wanted) return withHeaders(reader.end(), response.headers, credentials.key);
      const text = Buffer.concat(refusal).toString();
      if (response.status === 429) this.quota.freeze(counted, response.headers.get('retry-after'));
      const problem: Problem = fromStatus(response.status, text);
      if (problem.kind === 'rateLimited') problem.retryAfterSeconds = this.quota.secondsLeft(counted);
      return withHeaders(fail(problem), response.headers, credentials.key);
    } catch (error) {
      return fail(fromNetworkError(signal.aborted ? signal.reason : error));
    } finally {
      clearTimeout(late);
    }
  }
}

/** Random hexadecimal digits, without loading `node:crypto` before the first request. A trace ID is no secret. */
function randomHex(digits: number): string {
  return Array.from({ length: digits }, () => Math.floor(Math.random() * 16).toString(16)).join('');
}

/** Adds the headers of the answer to a problem, for the report. */
function withHeaders<T>(outcome: Outcome<T>, headers: Headers, key: string | undefined): Outcome<T> {
  if (outcome.ok || !outcome.problem.response) return outcome;
  const response = { ...outcome.problem.response, ...headerFacts(headers) };
  return fail(redactProblem({ ...outcome.problem, response }, key));
}

/** Resolves after `ms` milliseconds, or as soon as the request is aborted. */
function pause(ms: number, end: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      end.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    end.addEventListener('abort', finish);
    if (end.aborted) finish();
  });
}
