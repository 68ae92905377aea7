import type { StudioRef } from './studio';

/**
 * A failure as a value. A Problem crosses the border instead of an exception, so that the renderer can name its cause
 * and engineering gets the facts.
 */

/** Every kind of failure. A kind without texts in `renderer/messages` does not compile. */
export const problemKinds = [
  // Answers of the API.
  'badRequest',
  'unauthorized',
  'forbidden',
  'forbiddenOtherStudio',
  'notFound',
  'conflict',
  'rateLimited',
  'serverError',
  'unavailable',
  'unexpectedStatus',
  'unexpectedAnswer',
  'notTheApi',
  // Failures of the network.
  'unreachable',
  'nameNotResolved',
  'offline',
  'connectionLost',
  'timeout',
  'tooLarge',
  'redirected',
  'tls',
  'proxy',
  'proxyLogin',
  // Failures on this desktop.
  'notConnected',
  /** The API did not say which studio the key belongs to, so the agent enters a name. */
  'studioUnnamed',
  /** The new key of a studio belongs to another one. */
  'keyOfOtherStudio',
  /** The customer belongs to a studio that this computer has no key for. */
  'noKeyForStudio',
  'keyMissing',
  'keychainLocked',
  'keychainUnavailable',
  'keychainTimeout',
  'settingsUnwritable',
  'settingsUnreadable',
  'settingsNewer',
  'fileUnreadable',
  'tooManyRows',
  /** The file of the telephone index cannot be fetched or is refused; `detail` says why. */
  'phoneIndexFile',
  'invalidInput',
  'tooManyCalls',
  'cancelled',
  'internal',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

/** The 17 types that the API documents for `typedArgs[].type`; any other string is kept as sent. */
export const typedArgTypes = [
  'TIMESTAMP',
  'BOOLEAN',
  'DATE',
  'MONTH_DAY',
  'TIME',
  'TERM',
  'TERM_LIST',
  'INTEGER',
  'DECIMAL',
  'STRING',
  'MONEY',
  'LIMITABLE_CONFIG_PROPERTY',
  'I18N_KEY',
  'I18N_KEY_LIST',
  'PERMISSION_LIST',
  'ENUM',
  'AVAILABILITY_LIST',
] as const;

/** A JSON value whose numbers are decimal strings, so that no digit is lost. */
export type ExactJson = string | boolean | null | ExactJson[] | { [key: string]: ExactJson };

export interface TypedArg {
  /** One of {@link typedArgTypes}, or another text of the API. */
  type?: string;
  value?: ExactJson;
}

/** Facts of a request for engineering. They never contain a query, a body or the key. */
export interface RequestFacts {
  /**
   * Trace ID that Ringside sends with all attempts in the header `traceparent` (W3C Trace Context): 32 random hexadecimal
   * digits. It finds the request in the log, and in the API's traces where the API records it.
   */
  id: string;
  method: 'GET' | 'HEAD' | 'POST';
  /** Documented path with its placeholders: `/v1/customers/{customerId}/account/balances`. */
  endpoint: string;
  /** Studio whose key was sent. */
  studio?: StudioRef;
  /** Path as sent, without its query. It is only shown on screen, because it may contain a customer ID. */
  path: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  /** Whole milliseconds, including all attempts and pauses. */
  durationMs: number;
  /** 1 for a request that was not repeated. */
  attempts: number;
}

/** What the API answered. Field names are those of the API page. */
export interface ResponseFacts {
  status: number;
  statusText: string;
  errorMessage?: string;
  errorCode?: string;
  traceId?: string;
  reference?: string;
  args?: ExactJson[];
  typedArgs?: TypedArg[];
  /** Headers of the answer, where they came. */
  date?: string;
  server?: string;
  retryAfter?: string;
}

/** Why an input of the connect screen cannot be used. */
export type InputFault =
  | 'addressEmpty'
  | 'addressMalformed'
  | 'addressNotHttps'
  | 'addressSetByPolicy'
  | 'addressHasLogin'
  | 'addressIsKey'
  | 'keyEmpty'
  | 'keyLineBreak'
  | 'keyNul'
  | 'keyNotLatin1'
  | 'keyTooLong'
  | 'twoKeys'
  | 'keyMisplaced'
  | 'proxyLoginUnusable';

export interface Problem {
  kind: ProblemKind;
  /** The studio that it is about. */
  studio?: StudioRef;
  /** Only with `invalidInput`, and only when the agent can correct it. */
  inputFault?: InputFault;
  request?: RequestFacts;
  response?: ResponseFacts;
  /**
   * Technical detail for engineering: a `net::ERR_*` code, or the path of a field that was not as documented. With
   * `proxyLogin` it is the proxy, such as `proxy.example:8080`.
   */
  detail?: string;
  /** Whole seconds until the endpoint may be requested again; only with `rateLimited`. */
  retryAfterSeconds?: number;
}

/** Result of every call across the border. Calls resolve to it and never reject. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function fail(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}

/** Makes a `switch` over a closed union complete at compile time. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
