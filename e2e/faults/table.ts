import type { ProblemKind } from '../../preload/contract/problem';
import { contractsMessages } from '../../renderer/features/contracts/messages';
import { en } from '../../renderer/messages/en';

export interface Fault {
  group: 'HTTP' | 'Network' | 'Security' | 'Keychain' | 'Border' | 'Studios' | 'Telephone index' | 'Desktop';
  /** What goes wrong, in one line. */
  fault: string;
  /** Kind of the problem; `none` when the agent sees no problem. */
  problem: ProblemKind | 'none';
  /** Number of automatic repetitions; 0 when absent. */
  repeats?: number;
  /** Text that the agent reads if it is not the problem's title, for example the balance when Ringside recovers. */
  reads?: string;
}

const { inputFaults } = en;
const balance = '−€89.70';

/** Every fault that this suite provokes. docs/faults.md is generated from it, in this order. */
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
  status418: { group: 'HTTP', fault: '418, an undocumented status', problem: 'unexpectedStatus' },
  status429Seconds: { group: 'HTTP', fault: '429 with a Retry-After of 90 seconds', problem: 'rateLimited' },
  status429Date: {
    group: 'HTTP',
    fault: '429 with a Retry-After two minutes from now',
    problem: 'rateLimited',
  },
  status429: { group: 'HTTP', fault: '429 without a Retry-After', problem: 'rateLimited' },
  status429Absurd: { group: 'HTTP', fault: '429 with a Retry-After of three years', problem: 'rateLimited' },
  status429Ends: {
    group: 'HTTP',
    fault: '429, and its minute ends after three more lookups',
    problem: 'none',
    reads: balance,
  },
  keyReplaced: {
    group: 'HTTP',
    fault: '401 during a call, then another key',
    problem: 'none',
    reads: balance,
  },
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
  html: { group: 'HTTP', fault: '200 with an HTML page', problem: 'notTheApi' },
  truncated: { group: 'HTTP', fault: '200 with incomplete JSON', problem: 'unexpectedAnswer' },
  wrongTypes: { group: 'HTTP', fault: '200 with an invalid amount', problem: 'unexpectedAnswer' },
  missingFields: { group: 'HTTP', fault: '200 without a required field', problem: 'unexpectedAnswer' },
  unknownValues: {
    group: 'HTTP',
    fault: '200 with an undocumented customer status',
    problem: 'none',
    reads: 'HIBERNATING',
  },
  extraFields: { group: 'HTTP', fault: '200 with undocumented fields', problem: 'none', reads: balance },
  byteOrderMark: {
    group: 'HTTP',
    fault: '200 that begins with a byte order mark',
    problem: 'none',
    reads: balance,
  },
  latin1: {
    group: 'HTTP',
    fault: '200 in Latin-1 without a charset',
    problem: 'none',
    reads: 'Edgar M\uFFFDller',
  },
  contractsForbidden: {
    group: 'HTTP',
    fault: '403 on the contracts, and the account is readable',
    problem: 'none',
    reads: contractsMessages.en.noRight,
  },
  contractsFail: { group: 'HTTP', fault: '500 on the contracts alone', problem: 'serverError' },
  contractsWrongPrice: {
    group: 'HTTP',
    fault: '200 with a contract whose price is no amount',
    problem: 'unexpectedAnswer',
  },
  contractsUnknown: {
    group: 'HTTP',
    fault: '200 with an undocumented frequency of a contract',
    problem: 'none',
    reads: 'EVERY_FULL_MOON',
  },

  refused: { group: 'Network', fault: 'The connection is refused', problem: 'unreachable', repeats: 2 },
  unresolved: { group: 'Network', fault: 'The name does not resolve', problem: 'nameNotResolved' },
  reset: { group: 'Network', fault: 'The connection is reset', problem: 'connectionLost', repeats: 2 },
  emptyReply: {
    group: 'Network',
    fault: 'The connection is closed without an answer',
    problem: 'connectionLost',
    repeats: 2,
  },
  headersLate: { group: 'Network', fault: 'No headers for 10 s', problem: 'timeout' },
  bodyStalls: {
    group: 'Network',
    fault: 'The answer stops and the connection stays open',
    problem: 'timeout',
  },
  bodyDrips: { group: 'Network', fault: 'The answer arrives at one byte per second', problem: 'timeout' },
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
  gzipBroken: {
    group: 'Network',
    fault: 'The answer declares gzip and is not compressed',
    problem: 'unexpectedAnswer',
  },
  gzipBomb: { group: 'Network', fault: 'The answer unpacks to 64 MiB', problem: 'tooLarge' },
  staleConnection: {
    group: 'Network',
    fault: 'A kept-alive connection is dead when it is reused',
    problem: 'none',
    reads: '€1,234,567.89',
  },
  proxyRefuses: { group: 'Network', fault: 'The proxy answers 403', problem: 'proxy' },
  proxyAsks: { group: 'Network', fault: 'The proxy asks for a password', problem: 'proxyLogin' },
  proxyGone: { group: 'Network', fault: 'The proxy is unreachable', problem: 'proxy' },
  lateAnswer: {
    group: 'Network',
    fault: 'The account of the previous customer arrives after the next one was opened',
    problem: 'none',
    reads: '€1,234,567.89',
  },
  searchStopped: {
    group: 'Network',
    fault: 'The agent stops a slow search',
    problem: 'cancelled',
    reads: 'Search stopped.',
  },
  hurry: { group: 'Network', fault: '40 lookups without a pause', problem: 'none', reads: '€1,234,567.89' },

  markup: { group: 'Security', fault: 'An error with markup', problem: 'badRequest' },
  redirectGet: { group: 'Security', fault: '302 to another origin', problem: 'redirected' },
  redirectPost: { group: 'Security', fault: '307 to another origin on a search', problem: 'redirected' },
  selfSigned: { group: 'Security', fault: 'A certificate of an unknown authority', problem: 'tls' },
  expired: { group: 'Security', fault: 'An expired certificate', problem: 'tls' },
  wrongHost: { group: 'Security', fault: 'A certificate for another host', problem: 'tls' },

  noBus: { group: 'Keychain', fault: 'There is no D-Bus', problem: 'keychainUnavailable' },
  noService: {
    group: 'Keychain',
    fault: 'There is no Secret Service on the D-Bus',
    problem: 'keychainUnavailable',
  },
  keyringLocked: { group: 'Keychain', fault: 'The keyring is locked', problem: 'keychainLocked' },
  keyringHangs: { group: 'Keychain', fault: 'The keychain hangs', problem: 'keychainTimeout' },
  keyringRestarted: {
    group: 'Keychain',
    fault: 'The keyring is restarted while Ringside runs',
    problem: 'none',
    reads: balance,
  },
  keytarMissing: { group: 'Keychain', fault: 'keytar cannot be loaded', problem: 'keychainUnavailable' },
  keyGone: { group: 'Keychain', fault: 'Another program removed the key', problem: 'keyMissing' },
  keyEmpty: {
    group: 'Keychain',
    fault: 'An empty key is entered',
    problem: 'invalidInput',
    reads: inputFaults.keyEmpty,
  },
  keyLineBreak: {
    group: 'Keychain',
    fault: 'A key with a line break is pasted',
    problem: 'invalidInput',
    reads: inputFaults.keyLineBreak,
  },
  keyNul: {
    group: 'Keychain',
    fault: 'A key with a NUL is entered',
    problem: 'invalidInput',
    reads: inputFaults.keyNul,
  },
  keyNotLatin1: {
    group: 'Keychain',
    fault: 'A key with letters outside Latin-1 is entered',
    problem: 'invalidInput',
    reads: inputFaults.keyNotLatin1,
  },
  keyTooLong: {
    group: 'Keychain',
    fault: 'A key of 2,561 bytes is entered',
    problem: 'invalidInput',
    reads: inputFaults.keyTooLong,
  },

  unknownChannel: {
    group: 'Border',
    fault: 'A channel without a handler is called',
    problem: 'none',
    reads: "No handler registered for 'key:read'",
  },
  wrongInput: { group: 'Border', fault: 'A call with values of other types', problem: 'invalidInput' },
  hugeInput: { group: 'Border', fault: 'A call with texts above their limits', problem: 'invalidInput' },
  prototypeKeys: {
    group: 'Border',
    fault: 'A call with __proto__ and constructor as keys',
    problem: 'invalidInput',
  },
  functionInput: { group: 'Border', fault: 'A call with a function', problem: 'invalidInput' },
  foreignFrame: {
    group: 'Border',
    fault: "A call from another window than Ringside's",
    problem: 'invalidInput',
  },
  missingFrame: { group: 'Border', fault: 'A call from a removed frame', problem: 'invalidInput' },
  tenThousand: { group: 'Border', fault: 'Ten thousand calls together', problem: 'none', reads: balance },

  studioRateLimited: {
    group: 'Studios',
    fault: 'One of three studios answers 429 to a search',
    problem: 'rateLimited',
    reads: 'Fit Example Ulm: Too many requests from this studio.',
  },
  studioKeyRefused: {
    group: 'Studios',
    fault: 'The key of one of three studios is refused',
    problem: 'unauthorized',
    reads: 'Fit Example Nuremberg: The API key was refused.',
  },
  studioKeyGone: {
    group: 'Studios',
    fault: 'Another program removed the key of one of two studios',
    problem: 'keyMissing',
    reads: 'City Gym: The saved key is no longer in the keychain.',
  },
  studioDown: {
    group: 'Studios',
    fault: "One tenant's server closes its connections",
    problem: 'connectionLost',
    reads: 'City Gym: The connection to the API was lost.',
  },
  studioSlow: {
    group: 'Studios',
    fault: 'One of two studios has not answered yet',
    problem: 'none',
    reads: '1 of 2 studios have answered.',
  },
  studioAskedAgain: {
    group: 'Studios',
    fault: 'One studio answers 500, then correctly when it is asked again',
    problem: 'none',
    reads: balance,
  },
  allStudiosFail: {
    group: 'Studios',
    fault: 'No studio answers a search',
    problem: 'none',
    reads: '0 of 2 studios have answered.',
  },
  chainRefused: {
    group: 'Studios',
    fault: 'A key loses the right to search its chain',
    problem: 'none',
    reads: balance,
  },
  sameNumber: {
    group: 'Studios',
    fault: 'Two studios have the same customer number',
    problem: 'none',
    reads: '2 customers for “1-12345”',
  },
  noKeyForHome: {
    group: 'Studios',
    fault: 'The home studio of a customer has no key on this desktop',
    problem: 'noKeyForStudio',
    reads: 'Belongs to studio 1210093540: this computer has no key for it.',
  },
  customerMoved: {
    group: 'Studios',
    fault: 'The home studio answers 404, because the customer has moved to another studio',
    problem: 'none',
    reads: 'This customer has moved. They now belong to Fit Example Augsburg.',
  },
  movedNowhere: {
    group: 'Studios',
    fault: 'The home studio answers 404, and no key can search the chain',
    problem: 'notFound',
  },
  unknownStudio: {
    group: 'Studios',
    fault: 'A link names a studio that this desktop does not know',
    problem: 'none',
    reads: 'No single studio matches “Atlantis”.',
  },
  studioUnnamed: {
    group: 'Studios',
    fault: 'A key lacks permission to read its studio (403)',
    problem: 'studioUnnamed',
    reads: 'The API did not say which studio this key belongs to.',
  },
  rowRefused: {
    group: 'Studios',
    fault: 'One of two added rows contains the webhook token',
    problem: 'unauthorized',
    reads: 'The API key was refused.',
  },
  rowNotTheApi: {
    group: 'Studios',
    fault: 'An added row has the address of another server',
    problem: 'notTheApi',
  },
  rowWithoutConsent: {
    group: 'Studios',
    fault: 'The user does not consent to the address of an added row',
    problem: 'cancelled',
    reads: 'Stopped.',
  },
  rowsInUtf16: {
    group: 'Studios',
    fault: 'A file of studios is in UTF-16, with tabs and quotes',
    problem: 'none',
    reads: '1 of 1 connected',
  },
  rowsUnreadable: {
    group: 'Studios',
    fault: 'A file of studios cannot be read',
    problem: 'fileUnreadable',
    reads: 'The file could not be read.',
  },
  rowsTooLarge: {
    group: 'Studios',
    fault: 'A file of studios is larger than 2 MB',
    problem: 'tooManyRows',
    reads: 'There are too many rows.',
  },
  oldSettings: {
    group: 'Studios',
    fault: 'The settings and the key were saved by a version with one studio',
    problem: 'none',
    reads: balance,
  },
  keychainAskedAgain: {
    group: 'Keychain',
    fault: 'The keychain hangs, then answers in a new process',
    problem: 'none',
    reads: balance,
  },

  phoneRepeats: {
    group: 'Telephone index',
    fault: 'The slices of the customers repeat',
    problem: 'unexpectedAnswer',
  },
  phoneEndless: {
    group: 'Telephone index',
    fault: 'The offset of the customers never ends',
    problem: 'unexpectedAnswer',
  },
  phoneFails: {
    group: 'Telephone index',
    fault: '500 in the middle of the customers',
    problem: 'serverError',
  },
  phoneEmptySlice: {
    group: 'Telephone index',
    fault: 'A slice has no customers and says that more follow',
    problem: 'unexpectedAnswer',
  },
  phoneNoList: {
    group: 'Telephone index',
    fault: 'A slice has an object in place of its list',
    problem: 'unexpectedAnswer',
  },
  phoneWithoutIds: {
    group: 'Telephone index',
    fault: 'The customers of a slice have no ID',
    problem: 'unexpectedAnswer',
  },
  phoneOtherStudio: {
    group: 'Telephone index',
    fault: 'The customers of a slice belong to another studio',
    problem: 'unexpectedAnswer',
  },
  phoneUnavailable: {
    group: 'Telephone index',
    fault: '503 four times in the middle of the customers, then 200',
    problem: 'none',
    reads: 'Edgar Thomas Bullock Meyer',
  },
  phoneLimited: {
    group: 'Telephone index',
    fault: '429 in the middle of the customers, then 200',
    problem: 'none',
    reads: 'Edgar Thomas Bullock Meyer',
  },
  phoneVanished: {
    group: 'Telephone index',
    fault: 'A customer vanished after the index was made',
    problem: 'none',
    reads: 'No match among the members of Fit Example Munich',
  },
  phoneChanged: {
    group: 'Telephone index',
    fault: "A customer's number changed after the index was made",
    problem: 'none',
    reads: 'No match among the members of Fit Example Munich',
  },

  settingsTruncated: {
    group: 'Desktop',
    fault: 'The settings file is truncated',
    problem: 'settingsUnreadable',
  },
  settingsNotJson: {
    group: 'Desktop',
    fault: 'The settings file is not JSON',
    problem: 'settingsUnreadable',
  },
  settingsNewer: {
    group: 'Desktop',
    fault: 'The settings file is from a newer version',
    problem: 'settingsNewer',
  },
  settingsReadOnly: {
    group: 'Desktop',
    fault: 'The settings folder is read-only',
    problem: 'settingsUnwritable',
  },
  diskFull: { group: 'Desktop', fault: 'The disk is full', problem: 'settingsUnwritable' },
  pageKilled: {
    group: 'Desktop',
    fault: 'The page is killed while a customer is open',
    problem: 'none',
    reads: 'The window crashed and was reloaded. The open customer was looked up again.',
  },
  secondInstance: {
    group: 'Desktop',
    fault: 'Ringside is started twice at the same moment',
    problem: 'none',
    reads: 'one window',
  },
  quitInLookup: {
    group: 'Desktop',
    fault: 'Ringside is quit during a lookup',
    problem: 'none',
    reads: balance,
  },
  networkLost: {
    group: 'Desktop',
    fault: 'The desktop goes offline with a customer open',
    problem: 'none',
    reads: 'This computer is offline.',
  },
} as const satisfies Record<string, Fault>;

export type FaultId = keyof typeof faults;
