import type { ProblemKind } from '../../preload/contract/problem';

export interface Fault {
  group: 'HTTP' | 'Network' | 'Security' | 'Keychain' | 'Border' | 'Desktop';
  /** What goes wrong, in one line of plain English. */
  fault: string;
  /** What it is to Ringside; `none` when the agent sees no problem at all. */
  problem: ProblemKind | 'none';
  /** How often the request is repeated by itself; 0 when absent. */
  repeats?: number;
  /** What the agent reads when it is not the problem's title: the balance itself when Ringside recovers. */
  reads?: string;
}

const balance = '−€89.70';

/** Every fault that a row of this suite provokes. docs/faults.md is made of it, in this order. */
export const faults = {
  status204: { group: 'HTTP', fault: '204 without an account', problem: 'unexpectedStatus' },
  status400: { group: 'HTTP', fault: '400 with arguments', problem: 'badRequest' },
  status401: { group: 'HTTP', fault: '401', problem: 'unauthorized' },
  status403Studio: {
    group: 'HTTP',
    fault: '403 with the error code of another studio',
    problem: 'forbiddenOtherStudio',
  },
  status403: { group: 'HTTP', fault: '403 without an error code', problem: 'forbidden' },
  status404: { group: 'HTTP', fault: '404', problem: 'notFound' },
  status409: { group: 'HTTP', fault: '409', problem: 'conflict' },
  status418: { group: 'HTTP', fault: '418, which nobody documented', problem: 'unexpectedStatus' },
  status500: { group: 'HTTP', fault: '500', problem: 'serverError' },
  errorWithoutBody: {
    group: 'HTTP',
    fault: 'An error whose connection ends before a body',
    problem: 'serverError',
  },
  errorEmptyBody: { group: 'HTTP', fault: 'An error with Content-Length 0', problem: 'forbidden' },
  errorHtml: { group: 'HTTP', fault: 'An error page in HTML', problem: 'serverError' },
  errorWithoutMessage: { group: 'HTTP', fault: 'An error without its errorMessage', problem: 'conflict' },
  status503Once: { group: 'HTTP', fault: '503, then 200', problem: 'none', repeats: 1, reads: balance },
  statusGateways: {
    group: 'HTTP',
    fault: '502, then 504, then 200',
    problem: 'none',
    repeats: 2,
    reads: balance,
  },
  status503: { group: 'HTTP', fault: '503 every time', problem: 'unavailable', repeats: 2 },
  html: { group: 'HTTP', fault: '200 with a page of HTML', problem: 'notTheApi' },
  truncated: { group: 'HTTP', fault: '200 with JSON that ends in the middle', problem: 'unexpectedAnswer' },
  wrongTypes: { group: 'HTTP', fault: '200 with an amount that is no amount', problem: 'unexpectedAnswer' },
  missingFields: { group: 'HTTP', fault: '200 without a required field', problem: 'unexpectedAnswer' },
  unknownValues: {
    group: 'HTTP',
    fault: '200 with a status nobody documented',
    problem: 'none',
    reads: 'HIBERNATING',
  },
  extraFields: { group: 'HTTP', fault: '200 with fields nobody documented', problem: 'none', reads: balance },
  byteOrderMark: {
    group: 'HTTP',
    fault: '200 that begins with a byte order mark',
    problem: 'none',
    reads: balance,
  },
  latin1: {
    group: 'HTTP',
    fault: '200 in Latin-1 that does not say so',
    problem: 'none',
    reads: 'Edgar M\uFFFDller',
  },

  refused: { group: 'Network', fault: 'The connection is refused', problem: 'unreachable', repeats: 2 },
  unresolved: { group: 'Network', fault: 'The name does not resolve', problem: 'nameNotResolved' },
  reset: { group: 'Network', fault: 'The connection is reset', problem: 'connectionLost', repeats: 2 },
  emptyReply: {
    group: 'Network',
    fault: 'The connection ends without a byte',
    problem: 'connectionLost',
    repeats: 2,
  },
  headersLate: { group: 'Network', fault: 'No answer begins for 10 s', problem: 'timeout' },
  bodyStalls: {
    group: 'Network',
    fault: 'The answer stops in the middle and stays open',
    problem: 'timeout',
  },
  bodyDrips: { group: 'Network', fault: 'The answer comes at a byte a second', problem: 'timeout' },
  bodyShort: {
    group: 'Network',
    fault: 'The answer is shorter than its Content-Length',
    problem: 'connectionLost',
    repeats: 2,
  },
  chunksCut: {
    group: 'Network',
    fault: 'The answer ends before its last chunk',
    problem: 'connectionLost',
    repeats: 2,
  },
  chunksBroken: {
    group: 'Network',
    fault: 'The answer has a chunk without a size',
    problem: 'unexpectedAnswer',
  },
  gzipBroken: { group: 'Network', fault: 'The answer says gzip and is none', problem: 'unexpectedAnswer' },
  gzipBomb: { group: 'Network', fault: 'The answer unpacks to 64 MiB', problem: 'tooLarge' },
  staleConnection: {
    group: 'Network',
    fault: 'A kept connection is dead when it is used again',
    problem: 'none',
    reads: '€1,234,567.89',
  },
  proxyRefuses: { group: 'Network', fault: 'The proxy answers 403', problem: 'proxy' },
  proxyAsks: { group: 'Network', fault: 'The proxy asks for a password', problem: 'proxy' },
  proxyGone: { group: 'Network', fault: 'The proxy is not there', problem: 'proxy' },
  lateAnswer: {
    group: 'Network',
    fault: 'The account of the customer before comes after the next was opened',
    problem: 'none',
    reads: '€1,234,567.89',
  },
  searchStopped: {
    group: 'Network',
    fault: 'The agent stops a slow search',
    problem: 'cancelled',
    reads: 'Search stopped.',
  },
  hurry: { group: 'Network', fault: '40 lookups in ten seconds', problem: 'none', reads: '€1,234,567.89' },

  markup: { group: 'Security', fault: 'An error full of markup', problem: 'badRequest' },
  redirectGet: { group: 'Security', fault: '302 to another origin', problem: 'redirected' },
  redirectPost: { group: 'Security', fault: '307 to another origin on a search', problem: 'redirected' },
  selfSigned: { group: 'Security', fault: 'A certificate that nobody signed', problem: 'tls' },
  expired: { group: 'Security', fault: 'A certificate that has expired', problem: 'tls' },
  wrongHost: { group: 'Security', fault: 'A certificate for another host', problem: 'tls' },
} as const satisfies Record<string, Fault>;

export type FaultId = keyof typeof faults;
