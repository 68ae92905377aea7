/**
 * What can go wrong, as a value. A Problem crosses the border instead of an exception, so that the renderer can
 * always say something true and engineering always gets the facts.
 */

/** Every kind of failure the agent can meet. `renderer/messages` must have words for each, or it does not compile. */
export const problemKinds = [
  // what the API said
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
  // what the network did
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
  // what happened on this desktop
  'notConnected',
  'keyMissing',
  'keychainLocked',
  'keychainUnavailable',
  'keychainTimeout',
  'settingsUnwritable',
  'settingsUnreadable',
  'settingsNewer',
  'invalidInput',
  'tooManyCalls',
  'cancelled',
  'internal',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

/** The 17 types the API documents for `typedArgs[].type`; any other string is passed through as it came. */
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

/** Any JSON value whose numbers are decimal strings, so that no digit is lost on the way to the screen. */
export type ExactJson = string | boolean | null | ExactJson[] | { [key: string]: ExactJson };

export interface TypedArg {
  /** One of {@link typedArgTypes}, or whatever the API sent. */
  type?: string;
  value?: ExactJson;
}

/** The request as engineering needs it. It never holds a query, a body, a header or the key. */
export interface RequestFacts {
  /** Our own id (UUID v4), for the log and for answers that carry no trace ID. Not sent to the API. */
  id: string;
  method: 'GET' | 'HEAD' | 'POST';
  /** The path as documented, with its placeholders: `/v1/customers/{customerId}/account/balances`. */
  endpoint: string;
  /** The path as sent, without its query; on screen only, since it may hold a customer id. */
  path: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  /** Whole milliseconds, all attempts and pauses included. */
  durationMs: number;
  /** 1 for a request that was not repeated. */
  attempts: number;
}

/** What the API answered, as far as it answered. Field names are those of the API page. */
export interface ResponseFacts {
  status: number;
  statusText: string;
  errorMessage?: string;
  errorCode?: string;
  traceId?: string;
  reference?: string;
  args?: ExactJson[];
  typedArgs?: TypedArg[];
}

/** Why something typed on the connect screen cannot be used. */
export type InputFault =
  | 'addressEmpty'
  | 'addressMalformed'
  | 'addressNotHttps'
  | 'addressSetByPolicy'
  | 'addressHasLogin'
  | 'keyEmpty'
  | 'keyLineBreak'
  | 'keyNul'
  | 'keyNotLatin1'
  | 'keyTooLong'
  | 'proxyLoginUnusable';

export interface Problem {
  kind: ProblemKind;
  /** Only with `invalidInput`, and only when the agent can mend it. */
  inputFault?: InputFault;
  request?: RequestFacts;
  response?: ResponseFacts;
  /**
   * A technical word for engineering: a `net::ERR_*` code, the path of a field that was not as documented; with `proxyLogin` the proxy that
   * asks, `proxy.example:8080`.
   */
  detail?: string;
  /** Whole seconds until the endpoint may be asked again; only with `rateLimited`. */
  retryAfterSeconds?: number;
}

/** The envelope of every answer across the border: calls resolve to it and never reject. */
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
