import type { z } from 'zod';
import { fail, type Outcome, type Problem, type RequestFacts, succeed } from '../../preload/contract/problem';
import { type AnswerReader, ListAnswer, WholeAnswer } from './answer-reader';
import type { ApiRequest, Credentials } from './api-request';
import {
  type AttemptContext,
  attempt,
  type Fetch,
  type Limits,
  randomHex,
  type SentRequest,
} from './http-attempt';
import type { FieldFilter } from './json-projection';
import { isRetryable, RequestAborted } from './problems';
import type { Quota } from './quota';

export const defaultLimits: Limits = {
  headersMs: 10_000,
  totalMs: 20_000,
  maxBytes: 2 * 1024 * 1024,
  backoffMs: 300,
  backoffCapMs: 3_000,
  repetitions: 2,
};

/** Called at the end of every request; `problem` is undefined when it succeeded. */
export type OnRequestEnd = (request: RequestFacts, problem: Problem | undefined) => void;

/** Sends requests to the API with limits, repetitions and redaction. Every result is an {@link Outcome}. */
export class Http {
  readonly #context: AttemptContext;

  constructor(
    fetch: Fetch,
    private readonly quota: Quota,
    language: () => string,
    private readonly ended: OnRequestEnd,
    private readonly limits: Limits = defaultLimits,
    private readonly now: () => number = Date.now,
  ) {
    this.#context = { fetch, quota, language, limits };
  }

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

  /** Sends the request and has a reader of the caller read a 200. Each attempt has a reader of its own. */
  async read<T>(
    request: ApiRequest,
    reader: () => AnswerReader<T>,
    credentials: Credentials,
    signal?: AbortSignal,
  ): Promise<Outcome<T>> {
    return this.#send(request, credentials, signal, reader);
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
    const sent: SentRequest = {
      url,
      request,
      credentials,
      traceId: randomHex(32),
      counted: [credentials.studio ?? credentials.countedFor ?? credentials.address, request.endpoint].join(
        ' ',
      ),
    };
    const { outcome, attempts } = await this.#repeat(sent, signal, reader);
    const facts: RequestFacts = {
      id: sent.traceId,
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

  /** Sends the request until it succeeds, cannot succeed, or may not be repeated. */
  async #repeat<T>(
    sent: SentRequest,
    signal: AbortSignal | undefined,
    reader: () => AnswerReader<T>,
  ): Promise<{ outcome: Outcome<T>; attempts: number }> {
    const { counted } = sent;
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new RequestAborted('timeout')), this.limits.totalMs);
    const end = signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal;
    try {
      for (let attempts = 0; ; ) {
        await this.#turn(counted, end, sent.request.isBackground);
        const retryAfterSeconds = this.quota.secondsLeft(counted);
        if (retryAfterSeconds > 0)
          return { outcome: fail({ kind: 'rateLimited', retryAfterSeconds }), attempts };
        if (!end.aborted) attempts += 1;
        const outcome = await attempt(this.#context, sent, end, reader());
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
