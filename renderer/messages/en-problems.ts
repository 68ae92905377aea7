import type { ProblemKind } from '../../preload/contract/problem';

/** Texts of a problem: what happened, and what to do. */
export interface ProblemWords {
  title: string;
  advice: string;
}

export const problems: Record<ProblemKind, ProblemWords> = {
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
    title: 'Something else answered instead of the API. A network sign-in?',
    advice: 'Open a browser to sign in to the network, or check the address under Connection.',
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
  proxyLogin: {
    title: 'The network proxy asks for a name and a password.',
    advice: 'Sign in to it, or ask your administrator for both.',
  },
  notConnected: {
    title: 'No studio is connected.',
    advice: 'Enter the address and the key under Connection.',
  },
  keyMissing: {
    title: 'The saved key is gone from the keychain.',
    advice: 'Somebody or something removed it. Enter the key again.',
  },
  keychainLocked: {
    title: 'The keychain of this desktop is locked.',
    advice: 'Nothing in it was changed. Unlock it, then try again.',
  },
  keychainUnavailable: {
    title: 'The keychain of this desktop does not answer.',
    advice: 'Restart Ringside. If it stays, tell your administrator; the key is kept nowhere else.',
  },
  keychainTimeout: {
    title: 'The keychain of this desktop takes too long.',
    advice: 'It may be waiting for a password in another window.',
  },
  settingsUnwritable: {
    title: 'The settings could not be saved.',
    advice: 'Check that the disk is not full and the settings folder may be written.',
  },
  settingsUnreadable: {
    title: 'The settings file could not be read.',
    advice: 'It is kept beside the new one when you connect. Enter the address and the key again.',
  },
  settingsNewer: {
    title: 'The settings were saved by a newer Ringside.',
    advice:
      'They are kept beside the new ones when you connect. Update Ringside, or enter address and key again.',
  },
  invalidInput: { title: 'This cannot be used.', advice: 'Check what was typed.' },
  cancelled: { title: 'Stopped.', advice: 'Try again when you are ready.' },
  tooManyCalls: { title: 'Ringside was asked too much at once.', advice: 'Wait a second, then try again.' },
  internal: { title: 'Ringside made a mistake.', advice: 'Send the report to engineering.' },
};
