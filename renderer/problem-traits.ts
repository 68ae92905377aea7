import type { ProblemKind } from '../preload/contract/problem';

/** What an agent can say to the caller about a problem: a key of `messages.tellCaller`. */
export type CallerSentence = 'tryAgain' | 'callBack' | 'wait' | 'askDetails' | 'lookAgain' | 'otherStudio';

interface Traits {
  /** Whether the same request can succeed when it is sent again. */
  retry: boolean;
  say: CallerSentence;
}

/** May pass, or the agent can remove the cause. */
const passing: Traits = { retry: true, say: 'tryAgain' };
/** Stays until somebody else removes the cause. */
const staying: Traits = { retry: false, say: 'callBack' };
/** What was typed cannot be searched. */
const input: Traits = { retry: false, say: 'askDetails' };
const otherStudio: Traits = { retry: false, say: 'otherStudio' };

/** What an agent can do about each kind of problem. */
const traits: Record<ProblemKind, Traits> = {
  badRequest: input,
  unauthorized: staying,
  forbidden: staying,
  forbiddenOtherStudio: otherStudio,
  notFound: { retry: false, say: 'lookAgain' },
  conflict: passing,
  rateLimited: { retry: true, say: 'wait' },
  serverError: passing,
  unavailable: passing,
  unexpectedStatus: passing,
  unexpectedAnswer: staying,
  notTheApi: passing,
  unreachable: passing,
  nameNotResolved: passing,
  offline: passing,
  connectionLost: passing,
  timeout: passing,
  tooLarge: input,
  redirected: passing,
  tls: staying,
  proxy: staying,
  proxyLogin: staying,
  notConnected: staying,
  studioUnnamed: staying,
  keyOfOtherStudio: staying,
  noKeyForStudio: otherStudio,
  keyMissing: staying,
  keychainLocked: passing,
  keychainUnavailable: passing,
  keychainTimeout: passing,
  settingsUnwritable: staying,
  settingsUnreadable: staying,
  settingsNewer: staying,
  fileUnreadable: staying,
  tooManyRows: staying,
  phoneIndexFile: staying,
  invalidInput: input,
  tooManyCalls: passing,
  cancelled: passing,
  internal: passing,
};

/** Whether the same request can succeed when it is sent again. */
export const mayRetryHelp = (kind: ProblemKind): boolean => traits[kind].retry;

export const sentenceFor = (kind: ProblemKind): CallerSentence => traits[kind].say;
