import type { Problem, ProblemKind, ResponseFacts } from '../../preload/contract/problem';
import { lazyBuiltins } from '../lazy-builtins';
import { parseExact } from './exact-json';
import { errorBody } from './schemas';

/** Why a request of ours ended before its answer; carried as the abort reason. */
export class RequestAborted extends Error {
  constructor(readonly kind: 'timeout' | 'tooLarge' | 'cancelled') {
    super(kind);
  }
}

/** A proxy wants a name and a password, and there are none, or it has refused them. */
export class ProxyAsks extends Error {
  /** @param proxy its host and port, `proxy.example:8080` */
  constructor(readonly proxy: string) {
    super('proxy');
  }
}

/** Statuses the API page documents, and those of the gateways in front of it. */
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

/** Chromium's names (net/base/net_error_list.h); the first prefix that fits decides. */
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

/** What `session.fetch` rejects with, as a kind and the one technical word worth keeping. */
export function fromNetworkError(error: unknown): Pick<Problem, 'kind' | 'detail'> {
  if (error instanceof RequestAborted) return { kind: error.kind };
  if (error instanceof ProxyAsks) return { kind: 'proxyLogin', detail: error.proxy };
  // Not every thrown value can be made a string.
  const message = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
  // The words of Electron's net module for `redirect: 'error'`; it has no ERR_ code for it.
  if (message.includes('redirect')) return { kind: 'redirected' };
  const code = /net::(ERR_\w+)/.exec(message)?.[1];
  const kind = kindOfNetError.find(([prefix]) => code?.startsWith(prefix))?.[1];
  // Without a net:: code the text is unknown to us and may quote the request: it stays here.
  return code && kind ? { kind, detail: `net::${code}` } : { kind: 'unreachable' };
}

/** The standard's words for a status. SECURITY: the wire's own could say anything, the key included. */
export function statusText(status: number): string {
  return lazyBuiltins.http().STATUS_CODES[status] ?? '';
}

/** Any status but 200, whatever its body: the documented fields when they are there, never an exception. */
export function fromStatus(status: number, text: string): Pick<Problem, 'kind' | 'response'> {
  const response: ResponseFacts = { status, statusText: statusText(status), ...readErrorBody(text) };
  const kind = kindOfStatus[status] ?? 'unexpectedStatus';
  const otherStudio = status === 403 && response.errorCode === 'errormessage.permission.denied';
  return { kind: otherStudio ? 'forbiddenOtherStudio' : kind, response };
}

function readErrorBody(text: string): Partial<ResponseFacts> {
  try {
    return errorBody.parse(parseExact(text));
  } catch {
    return {};
  }
}

/** Whether asking again at once may help; only connection failures and a gateway's "not now" do. */
export function worthRepeating(kind: ProblemKind): boolean {
  return kind === 'unreachable' || kind === 'connectionLost' || kind === 'unavailable';
}
