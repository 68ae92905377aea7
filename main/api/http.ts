import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { readBody } from './body';
import { parseExact } from './exact-json';
import { Ended, fromNetworkError, fromStatus, statusText, worthRepeating } from './problems';
import type { Quota } from './quota';

export interface ApiRequest {
  method: 'GET' | 'HEAD' | 'POST';
  /** The documented path with its placeholders, `/v1/customers/{customerId}`: what may stand in a log. */
  endpoint: string;
  /** Values for the placeholders. */
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as JSON. */
  body?: Record<string, string>;
  /** Bytes of the body after decompression that are still read. */
  maxBytes?: number;
}

/** Where a request goes and what it proves itself with; read for one request, kept by nobody. */
export interface Credentials {
  origin: string;
  /** Absent only to see how an address answers a request that proves nothing. */
  key?: string;
}

export interface Limits {
  headersMs: number;
  totalMs: number;
  maxBytes: number;
  /** Pause before the n-th repetition is random up to `backoffMs * 2^n`, never above `backoffCapMs`. */
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

/** `cache` is Chromium's; Node's own types do not know it. */
export type Fetch = (url: string, init: RequestInit & { cache: 'no-store' }) => Promise<Response>;

interface Answer {
  status: number;
  text: string;
}

/** One request to the API with its limits, repetitions and redaction. Every end of it is an {@link Outcome}. */
export class Http {
  constructor(
    private readonly fetch: Fetch,
    private readonly quota: Quota,
    private readonly language: () => string,
    private readonly limits: Limits = defaultLimits,
    private readonly now: () => number = Date.now,
  ) {}

  /** Sends the request and reads a 200 with `schema`; the problem of any other end carries the request's facts. */
  async json<T>(
    request: ApiRequest,
    schema: z.ZodType<T>,
    credentials: Credentials,
    signal?: AbortSignal,
  ): Promise<Outcome<T>> {
    const sent = await this.#send(request, credentials, signal);
    if (!sent.ok) return sent;
    const { answer, withFacts } = sent.value;
    const response = { status: answer.status, statusText: statusText(answer.status) };
    if (/^\s*</.test(answer.text)) return fail(withFacts({ kind: 'notTheApi', response, detail: 'HTML' }));
    try {
      const read = schema.safeParse(parseExact(answer.text));
      if (read.success) return succeed(withoutKey(read.data, credentials.key));
      const path = read.error.issues[0]?.path.join('.') || '(whole answer)';
      return fail(
        withFacts({ kind: 'unexpectedAnswer', response, detail: `Field not as documented: ${path}` }),
      );
    } catch {
      return fail(withFacts({ kind: 'unexpectedAnswer', response, detail: 'Not JSON' }));
    }
  }

  /** Sends the request for its status alone. */
  async status(request: ApiRequest, credentials: Credentials): Promise<Outcome<null>> {
    const sent = await this.#send(request, credentials);
    return sent.ok ? succeed(null) : sent;
  }

  async #send(
    request: ApiRequest,
    credentials: Credentials,
    signal?: AbortSignal,
  ): Promise<Outcome<{ answer: Answer; withFacts: (problem: Problem) => Problem }>> {
    const started = this.now();
    const id = randomUUID();
    let attempts = 0;
    const path = request.endpoint.replace(/\{(\w+)\}/g, (_, name) =>
      encodeURIComponent(request.path?.[name] ?? ''),
    );
    const withFacts = (problem: Problem): Problem => ({
      ...problem,
      request: {
        id,
        method: request.method,
        endpoint: request.endpoint,
        path,
        startedAt: new Date(started).toISOString(),
        durationMs: this.now() - started,
        attempts,
      },
    });

    const counted = credentials.origin + request.endpoint;
    const wait = this.quota.secondsLeft(counted);
    if (wait > 0) return fail(withFacts({ kind: 'rateLimited', retryAfterSeconds: wait }));

    const url = new URL(path, credentials.origin);
    url.search = new URLSearchParams(request.query).toString();
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new Ended('timeout')), this.limits.totalMs);
    const end = signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal;
    try {
      for (;;) {
        attempts += 1;
        const outcome = await this.#attempt(url, counted, request, credentials, end);
        if (outcome.ok) return succeed({ answer: outcome.value, withFacts });
        const { problem } = outcome;
        const spent = attempts > this.limits.repetitions || !worthRepeating(problem.kind);
        if (spent || !(await this.#pause(attempts, end))) return fail(withFacts(problem));
      }
    } finally {
      clearTimeout(timer);
    }
  }

  async #attempt(
    url: URL,
    counted: string,
    request: ApiRequest,
    credentials: Credentials,
    end: AbortSignal,
  ): Promise<Outcome<Answer>> {
    const attempt = new AbortController();
    const late = setTimeout(() => attempt.abort(new Ended('timeout')), this.limits.headersMs);
    const signal = AbortSignal.any([attempt.signal, end]);
    try {
      signal.throwIfAborted();
      const response = await this.fetch(url.href, {
        method: request.method,
        headers: {
          ...(credentials.key && { 'X-API-KEY': credentials.key }),
          Accept: 'application/json',
          'Accept-Language': this.language(),
          ...(request.body && { 'Content-Type': 'application/json' }),
        },
        ...(request.body && { body: JSON.stringify(request.body) }),
        // SECURITY: Chromium forwards X-API-KEY to the target of a redirect, another origin included.
        redirect: 'error',
        cache: 'no-store',
        credentials: 'omit',
        signal,
      });
      clearTimeout(late);
      const text = await readBody(response, request.maxBytes ?? this.limits.maxBytes, attempt);
      if (response.status === 429) this.quota.freeze(counted, response.headers.get('retry-after'));
      if (response.status !== 200) {
        const problem: Problem = withoutKey(fromStatus(response.status, text), credentials.key);
        if (problem.kind === 'rateLimited') problem.retryAfterSeconds = this.quota.secondsLeft(counted);
        return fail(problem);
      }
      return succeed({ status: response.status, text });
    } catch (error) {
      return fail(fromNetworkError(signal.aborted ? signal.reason : error));
    } finally {
      clearTimeout(late);
    }
  }

  /** Full jitter; false when the request ended meanwhile. */
  #pause(attempt: number, end: AbortSignal): Promise<boolean> {
    const ceiling = Math.min(this.limits.backoffCapMs, this.limits.backoffMs * 2 ** (attempt - 1));
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        end.removeEventListener('abort', finish);
        resolve(!end.aborted);
      };
      const timer = setTimeout(finish, Math.random() * ceiling);
      end.addEventListener('abort', finish);
    });
  }
}

/**
 * SECURITY: an API or gateway that echoes the key must not carry it over the border. Decoded strings are searched, for
 * in the body the key may be escaped in more ways than one.
 */
function withoutKey<T>(value: T, key: string | undefined): T {
  if (!key) return value;
  if (typeof value === 'string') return value.replaceAll(key, '[removed]') as T;
  if (Array.isArray(value)) return value.map((item) => withoutKey(item, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutKey(item, key)])) as T;
}
