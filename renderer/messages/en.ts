import type { MatchedBy } from '../../preload/contract/domain';
import type { InputFault, ProblemKind } from '../../preload/contract/problem';

/** What the agent reads of a problem: what happened, what to do, and words for the caller. */
export interface ProblemWords {
  title: string;
  advice: string;
}

const problems: Record<ProblemKind, ProblemWords> = {
  badRequest: {
    title: 'The API did not accept this request.',
    advice: 'Check what was typed. If it looks right, send the report to engineering.',
  },
  unauthorized: {
    title: 'The API key was refused.',
    advice:
      'The key may have been replaced. Ask your administrator for the current one and enter it under Connection.',
  },
  forbidden: {
    title: 'The API key has no right to this.',
    advice: 'Ask your administrator to give the key the missing right.',
  },
  forbiddenOtherStudio: {
    title: 'This belongs to another studio.',
    advice: 'The key of this studio may not read it. Ask the caller which studio they train at.',
  },
  notFound: {
    title: 'The API does not know this customer.',
    advice: 'The record may have been removed. Search again by name or customer number.',
  },
  conflict: {
    title: 'The record is being changed elsewhere.',
    advice: 'Wait a moment, then try again.',
  },
  rateLimited: {
    title: 'Too many requests from this studio.',
    advice: 'The API asks everybody to wait. What is already on screen stays usable.',
  },
  serverError: {
    title: 'The API failed.',
    advice: 'Try again once. If it stays, send the report to engineering.',
  },
  unavailable: {
    title: 'The API is not available just now.',
    advice: 'It was asked several times. Try again in a minute.',
  },
  unexpectedStatus: {
    title: 'The API answered in a way nobody documented.',
    advice: 'Try again once. If it stays, send the report to engineering.',
  },
  unexpectedAnswer: {
    title: 'The answer of the API could not be understood.',
    advice: 'Nothing is shown rather than something wrong. Send the report to engineering.',
  },
  notTheApi: {
    title: 'Something else answered instead of the API.',
    advice: 'A network sign-in page, or a wrong address? Open a browser to sign in, or check the address.',
  },
  unreachable: {
    title: 'The API cannot be reached.',
    advice: 'Check the network connection, then try again.',
  },
  nameNotResolved: {
    title: 'The address of the API was not found.',
    advice: 'Check the address under Connection and the network connection.',
  },
  offline: { title: 'This desktop is offline.', advice: 'Check the network connection, then try again.' },
  connectionLost: {
    title: 'The connection broke off.',
    advice: 'It was tried several times. Check the network connection, then try again.',
  },
  timeout: { title: 'The API took too long.', advice: 'Try again. If it stays slow, tell engineering.' },
  tooLarge: {
    title: 'The answer was too large.',
    advice: 'Type more of the name, or add a date of birth.',
  },
  redirected: {
    title: 'The address sent us somewhere else.',
    advice: 'This was blocked to protect the key. A network sign-in page, or a wrong address?',
  },
  tls: {
    title: 'The connection is not secure.',
    advice: 'The certificate of the address was not accepted. Do not go on; tell your administrator.',
  },
  proxy: { title: 'The network proxy refused the request.', advice: 'Tell your administrator.' },
  notConnected: {
    title: 'No studio is connected.',
    advice: 'Enter the address and the key under Connection.',
  },
  keychainLocked: {
    title: 'The saved key cannot be read.',
    advice:
      'The keychain of this desktop is locked, or the key was removed from it. Unlock it, then try again.',
  },
  keychainUnavailable: {
    title: 'The keychain of this desktop does not answer.',
    advice: 'The key is kept nowhere else. Tell your administrator.',
  },
  keychainTimeout: {
    title: 'The keychain of this desktop takes too long.',
    advice: 'It may be waiting for a password in another window.',
  },
  settingsUnwritable: {
    title: 'The settings could not be saved.',
    advice: 'Check that the disk is not full and the settings folder may be written.',
  },
  invalidInput: { title: 'This cannot be used.', advice: 'Check what was typed.' },
  cancelled: { title: 'Stopped.', advice: 'Try again when you are ready.' },
  internal: { title: 'Ringside made a mistake.', advice: 'Send the report to engineering.' },
};

const inputFaults: Record<InputFault, string> = {
  addressEmpty: 'Enter the address of your studio’s API.',
  addressMalformed: 'This is not an address. It looks like https://studio.open-api.magicline.com',
  addressNotHttps: 'The address must begin with https:// so that the key travels encrypted.',
  addressHasLogin: 'The address must not contain a user name or an “@”.',
  keyEmpty: 'Enter the API key.',
  keyLineBreak: 'The key contains a line break. Copy it again, in one line.',
  keyNul: 'The key contains an invisible NUL character. Copy it again.',
  keyNotLatin1: 'The key contains characters that no API key has. Copy it again.',
  keyTooLong: 'The key is longer than the keychain can hold (2,560 bytes). Is it the right text?',
};

const matchedBy: Record<MatchedBy, string> = {
  id: 'Customer ID',
  customerNumber: 'Customer number',
  cardNumber: 'Card number',
  barcode: 'Barcode',
  pin: 'PIN',
  qrCodeUuid: 'QR code',
  debtorId: 'Debtor ID',
  email: 'E-mail',
  dateOfBirth: 'Date of birth',
  name: 'Name',
};

export const en = {
  notSupplied: 'Not supplied',
  tryAgain: 'Try again',
  problems,
  inputFaults,
  tellCaller: {
    heading: 'Tell the caller',
    system: '“Our system is not answering properly just now. I have reported it. May I call you back?”',
    wait: '“Our system asks me to wait a moment. May I put you on hold, or call you back?”',
    search: '“I cannot find you with that. Could you give me your customer number or date of birth?”',
  },
  connect: {
    heading: 'Connect to your studio',
    intro: 'Ringside needs the address of your studio’s API and its key. Your administrator has both.',
    address: 'API address',
    addressHint: 'For example https://studio.open-api.magicline.com',
    key: 'API key',
    keyHint: 'Kept in the keychain of this desktop, and nowhere else.',
    connect: 'Connect',
    connecting: 'Checking the key…',
    demo: 'Explore with demo data',
    demoHint: 'Invented customers, no key needed.',
    back: 'Back to the console',
    resume: 'Use the saved studio',
    forget: 'Forget key',
    forgetSure: 'Really forget the key?',
    replaceHint: 'A key is saved for this studio. Enter a new one to replace it.',
    keyRefused: 'The API refused this key. Check that it is complete and belongs to this address.',
    notTheApi: 'There is no studio API at this address. Check it; the key was not sent.',
  },
  search: {
    label: 'Find a customer',
    placeholder: 'Name, number, card, e-mail or date of birth',
    list: 'Customers',
    reading: matchedBy,
    digits: 'ID, number or card',
    nameAndDate: 'Name and date of birth',
    searching: 'Searching…',
    count: (count: number, text: string) =>
      count === 1 ? `1 customer for “${text}”` : `${count} customers for “${text}”`,
    more: (shown: number, count: number) => `The first ${shown} of ${count}. Type more to narrow it down.`,
    none: (text: string) => `Nobody found for “${text}”`,
    tried: (what: string) => `Tried: ${what}.`,
    noneHint: 'Check the spelling, or ask for the customer number or date of birth.',
    nothingYet: 'Results appear here.',
    choose: 'Choose a customer with ↑ ↓ and Enter.',
    tooShort: 'Enter searches. Names search by themselves from three letters on.',
    otherFormats: 'The same digits in another card format:',
    formats: { DECIMAL: 'Decimal', HEX_MSB: 'Hex, MSB first', HEX_LSB: 'Hex, LSB first' },
    failed: 'The search failed.',
    cancelled: 'Search stopped.',
    failedHint: 'This does not mean that the customer does not exist.',
    status: { MEMBER: 'Member', PROSPECT: 'Prospect', FORMER_MEMBER: 'Former' } as Record<string, string>,
    welcome: 'Who is calling?',
    welcomeHint: 'Type what the caller says. Ringside recognises what it is.',
    examples: [
      ['Bullock edgar', 'name, either order'],
      ['1-12345', 'customer number'],
      ['04.05.1952', 'date of birth'],
      ['bullock 1952-05-04', 'name and date of birth'],
      ['example@email.com', 'e-mail'],
      ['1001', 'customer ID, number or card'],
      ['card:… barcode:… no:… id:…', 'one kind only'],
    ] as [string, string][],
    demoExample: 'Every state of the demo data, failures too',
  },
  customer: {
    region: 'Customer',
    number: 'No.',
    id: 'ID',
    unnamed: 'Name not supplied',
    noBirthDate: 'Date of birth not supplied',
    accessRefused: 'Access refused',
    foundBy: (what: string) => `Found by ${what}`,
    refresh: 'Refresh',
    failed: 'The customer could not be refreshed.',
    failedHint: 'What is shown is older; its time stands below.',
  },
  account: {
    region: 'Account',
    balance: 'Balance',
    owes: 'Owes',
    credit: 'Credit',
    consumptionCredit: 'Consumption credit',
    dunningLevel: 'Dunning level',
    debtCollection: 'Debt collection',
    inDebtCollection: 'In debt collection',
    inDebtCollectionHint: 'Open claims were handed to an agency. Don’t take payments for them by phone.',
    notInDebtCollection: 'Not in debt collection',
    openInBookings: 'Open in bookings',
    nothingOpen: 'Nothing open',
    coverage: (open: number, of: number, complete: boolean) =>
      complete ? `${open} of ${of} past bookings` : `${open} of the latest ${of}`,
    failed: 'The account could not be loaded.',
    failedHint: 'The customer above is right; money is missing. Nothing was changed.',
    details: 'Details',
  },
  bookings: {
    table: 'Transactions',
    subtitle: 'past and upcoming, newest first',
    due: 'Due',
    description: 'Description',
    amount: 'Amount',
    open: 'Open',
    note: 'Note',
    today: (date: string) => `Today, ${date}`,
    installmentPlan: 'Installment plan',
    none: 'No bookings.',
    noUpcoming: 'No upcoming bookings.',
    noPast: 'No past bookings.',
    loading: 'Loading bookings…',
    earlier: 'Show earlier bookings',
    later: 'Show later bookings',
    pastFailed: 'Past bookings could not be loaded.',
    upcomingFailed: 'Upcoming bookings could not be loaded.',
    nothingOpen: 'Nothing open',
  },
  diagnostics: {
    region: 'Error diagnostics',
    close: 'Close',
    none: 'Nothing has failed for this customer.',
    sources: {
      search: 'Search',
      customer: 'Customer',
      account: 'Account',
      past: 'Past bookings',
      upcoming: 'Upcoming bookings',
    },
    status: 'HTTP status',
    noStatus: 'No answer',
    request: 'Request',
    message: 'Error message',
    code: 'Error code',
    traceId: 'Trace ID',
    reference: 'Reference',
    arguments: 'Arguments',
    detail: 'Detail',
    requestId: 'Request ID',
    time: 'Time',
    took: 'Took',
    tookValue: (seconds: string, attempts: number) =>
      `${seconds} s, ${attempts === 1 ? '1 attempt' : `${attempts} attempts`}`,
    version: 'Ringside',
    wait: (seconds: number) => `May be asked again in ${seconds} s.`,
    copyTrace: 'Copy trace ID',
    copyRequest: 'Copy request ID',
    copyReport: 'Copy report',
    copied: 'Copied',
  },
  console: {
    newCall: 'New call',
    asOf: (time: string) => `As of ${time}`,
    demo: 'Demo data',
    demoHint: 'Invented customers. Nothing here is real.',
    connection: 'Connection',
    diagnosticsKey: 'diagnostics',
    regionKey: 'next region',
    searchKey: 'search',
    opened: (name: string) => `${name} opened`,
    balanceIs: (amount: string) => `Balance ${amount}`,
  },
};

/** Every language has every message: one that lacks a line does not compile. */
export type Messages = typeof en;
