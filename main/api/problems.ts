import type { Problem, ProblemKind, ResponseFacts } from '../../preload/contract/problem';
import { lazyBuiltins } from '../lazy-builtins';
import { maxWordLength, parseExact } from './exact-json';
import type { AnswerHeaders } from './http-attempt';
import { errorBody } from './schemas';

/** Reason of an abort: why Ringside ended a request before its answer arrived. */
export class RequestAborted extends Error {
  constructor(readonly kind: 'timeout' | 'tooLarge' | 'cancelled') {
    super(kind);
  }
}

/** Error of a proxy that requires a sign-in, when no credentials are stored or the proxy refused them. */
export class ProxyAsks extends Error {
  /** @param proxy host and port, such as `proxy.example:8080` */
  constructor(readonly proxy: string) {
    super('proxy');
  }
}

/** Kinds by status: those that the API page documents, and those of gateways in front of the API. */
const kindOfStatus: Readonly<Record<number, ProblemKind>> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  407: 'proxy',
  409: 'conflict',
  429: 'rateLimited',
  500: 'serverError',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Kinds by Chromium's error names (net/base/net_error_list.h); the first matching prefix decides. */
const kindOfNetError: readonly (readonly [prefix: string, kind: ProblemKind])[] = [
  ['ERR_NAME_NOT_RESOLVED', 'nameNotResolved'],
  ['ERR_NAME_RESOLUTION_FAILED', 'nameNotResolved'],
  ['ERR_INTERNET_DISCONNECTED', 'offline'],
  ['ERR_NETWORK_CHANGED', 'connectionLost'],
  ['ERR_PROXY', 'proxy'],
  ['ERR_TUNNEL', 'proxy'],
  ['ERR_SOCKS', 'proxy'],
  ['ERR_MANDATORY_PROXY', 'proxy'],
  ['ERR_PAC', 'proxy'],
  ['ERR_CERT', 'tls'],
  ['ERR_SSL', 'tls'],
  ['ERR_BAD_SSL', 'tls'],
  ['ERR_TIMED_OUT', 'timeout'],
  ['ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['ERR_EMPTY_RESPONSE', 'connectionLost'],
  ['ERR_CONNECTION_RESET', 'connectionLost'],
  ['ERR_CONNECTION_CLOSED', 'connectionLost'],
  ['ERR_CONNECTION_ABORTED', 'connectionLost'],
  ['ERR_SOCKET_NOT_CONNECTED', 'connectionLost'],
  ['ERR_HTTP2', 'connectionLost'],
  ['ERR_CONTENT_LENGTH_MISMATCH', 'connectionLost'],
  ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'connectionLost'],
  ['ERR_CONTENT_DECODING', 'unexpectedAnswer'],
  ['ERR_INVALID_CHUNKED_ENCODING', 'unexpectedAnswer'],
  ['ERR_INVALID_HTTP_RESPONSE', 'unexpectedAnswer'],
  ['ERR_', 'unreachable'],
];

/** Converts the error that a request rejects with into a kind and one technical detail. */
export function fromNetworkError(error: unknown): Pick<Problem, 'kind' | 'detail'> {
  if (error instanceof RequestAborted) return { kind: error.kind };
  if (error instanceof ProxyAsks) return { kind: 'proxyLogin', detail: error.proxy };
  // Some thrown values cannot be converted to a string.
  const message = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
  // Electron's net module uses these words for `redirect: 'error'`; there is no ERR_ code for it.
  if (message.includes('redirect')) return { kind: 'redirected' };
  const code = /net::(ERR_\w+)/.exec(message)?.[1];
  const kind = kindOfNetError.find(([prefix]) => code?.startsWith(prefix))?.[1];
  // Without a net:: code the text is unknown and may quote the request, so it is dropped.
  return code && kind ? { kind, detail: `net::${code}` } : { kind: 'unreachable' };
}

/**
 * Standard reason phrase of a status. SECURITY: the phrase that was sent could contain anything, including the key.
 */
export function statusText(status: number): string {
  return lazyBuiltins.http().STATUS_CODES[status] ?? '';
}

/**
 * Converts any status except 200. Documented fields of the body are read when they are present; the body never causes
 * an exception.
 */
export function fromStatus(status: number, text: string): Pick<Problem, 'kind' | 'response'> {
  const response: ResponseFacts = { status, statusText: statusText(status), ...readErrorBody(text) };
  const kind = kindOfStatus[status] ?? 'unexpectedStatus';
  const otherStudio = status === 403 && response.errorCode === 'errormessage.permission.denied';
  return { kind: otherStudio ? 'forbiddenOtherStudio' : kind, response };
}

/** Maximum length of a header in a report, in characters. `redact-key.ts` expects a cut at this length. */
const maxHeaderLength = maxWordLength;

/** Headers of an answer that help to find a request in the logs of the API or of a proxy. */
export function headerFacts(headers: AnswerHeaders): Pick<ResponseFacts, 'date' | 'server' | 'retryAfter'> {
  const facts: Pick<ResponseFacts, 'date' | 'server' | 'retryAfter'> = {};
  for (const [fact, name] of [
    ['date', 'date'],
    ['server', 'server'],
    ['retryAfter', 'retry-after'],
  ] as const) {
    const value = headers.get(name);
    if (value) facts[fact] = value.slice(0, maxHeaderLength);
  }
  return facts;
}

function readErrorBody(text: string): Partial<ResponseFacts> {
  try {
    return errorBody.parse(parseExact(text));
  } catch {
    return {};
  }
}

/** Whether an immediate repetition may help: only for connection failures and for 502, 503 and 504. */
export function isRetryable(kind: ProblemKind): boolean {
  return kind === 'unreachable' || kind === 'connectionLost' || kind === 'unavailable';
}
