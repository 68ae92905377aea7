import type { ProblemKind } from '../../preload/contract/problem';

/** Texts of a problem for the agent. */
export interface ProblemWords {
  /** What happened, as one sentence. */
  title: string;
  /** What the agent can do about it. */
  advice: string;
}

/** English texts of every kind of problem. */
export const problems: Record<ProblemKind, ProblemWords> = {
  badRequest: {
    title: 'The API did not accept this request.',
    advice: 'Check what you typed. If it is correct, send the report to engineering.',
  },
  unauthorized: {
    title: 'The API key was refused.',
    advice:
      'The key may have been replaced. Ask your administrator for the current key and enter it in the settings under “Connect to your studio”.',
  },
  forbidden: {
    title: 'The API key lacks the permission for this request.',
    advice: 'Ask your administrator to give the key the missing permission.',
  },
  forbiddenOtherStudio: {
    title: 'This record belongs to another studio.',
    advice: 'The key of your studio cannot read it. Ask the caller which studio they train at.',
  },
  notFound: {
    title: 'The API did not find this customer.',
    advice: 'The record may have been removed. Search again by name or customer number.',
  },
  conflict: {
    title: 'The record is being changed elsewhere.',
    advice: 'Wait a moment, then try again.',
  },
  rateLimited: {
    title: 'Too many requests from this studio.',
    advice: 'The API limits requests for the whole studio. You can still use what is on screen.',
  },
  serverError: {
    title: 'The API reported a server error.',
    advice: 'Try again once. If the error persists, send the report to engineering.',
  },
  unavailable: {
    title: 'The API is currently unavailable.',
    advice: 'Ringside tried several times. Try again in a minute.',
  },
  unexpectedStatus: {
    title: 'The API returned an unexpected HTTP status.',
    advice: 'Try again once. If the error persists, send the report to engineering.',
  },
  unexpectedAnswer: {
    title: 'Ringside could not read the response of the API.',
    advice: 'Ringside shows nothing because the data could be wrong. Send the report to engineering.',
  },
  notTheApi: {
    title: 'Something other than the API responded, possibly a network sign-in page.',
    advice:
      'Open a browser and sign in to the network, or check the address in the settings under “Connect to your studio”.',
  },
  unreachable: {
    title: 'The API cannot be reached.',
    advice: 'Check the network connection, then try again.',
  },
  nameNotResolved: {
    title: 'The address of the API was not found.',
    advice:
      'Check the network connection. Then check the address in the settings under “Connect to your studio”.',
  },
  offline: { title: 'This computer is offline.', advice: 'Check the network connection, then try again.' },
  connectionLost: {
    title: 'The connection to the API was lost.',
    advice: 'Ringside tried several times. Check the network connection, then try again.',
  },
  timeout: {
    title: 'The API took too long to respond.',
    advice: 'Try again. If the API stays slow, tell engineering.',
  },
  tooLarge: {
    title: 'The response of the API was too large.',
    advice: 'Type more of the name, or add a date of birth.',
  },
  redirected: {
    title: 'The address redirected the request.',
    advice:
      'Ringside blocked this to protect the key. The cause may be a network sign-in page or a wrong address.',
  },
  tls: {
    title: 'The connection is not secure.',
    advice: 'The certificate of this address is not trusted. Do not continue. Tell your administrator.',
  },
  proxy: { title: 'The network proxy refused the request.', advice: 'Tell your administrator.' },
  proxyLogin: {
    title: 'The network proxy requires a user name and a password.',
    advice: 'Sign in to the proxy, or ask your administrator for the user name and the password.',
  },
  notConnected: {
    title: 'No studio is connected.',
    advice: 'Enter the address and the key in the settings under “Connect to your studio”.',
  },
  studioUnnamed: {
    title: 'The API did not say which studio this key belongs to.',
    advice:
      'The key was accepted, but may lack the permission STUDIO_READ. Enter the name of the studio and connect again.',
  },
  keyOfOtherStudio: {
    title: 'This key belongs to another studio.',
    advice: 'Nothing was changed. Enter the key of the studio whose key you want to replace.',
  },
  noKeyForStudio: {
    title: 'This computer has no key for the studio of this customer.',
    advice:
      'Ask your administrator to add this studio and its key in the settings of Ringside, or with ringside --provision.',
  },
  tooManyRows: {
    title: 'There are too many rows.',
    advice: 'Ringside reads at most 2,000 rows and 2 MB at a time, and has read none. Split the file.',
  },
  fileUnreadable: {
    title: 'The file could not be read.',
    advice: 'Check that it still exists and that you may open it, then choose it again.',
  },
  phoneIndexFile: {
    title: 'The telephone index of your company cannot be used.',
    advice:
      'Ringside continues with the last usable index, if it has one, and tries again later. Tell your administrator: the reason is in Ringside’s log.',
  },
  keyMissing: {
    title: 'The saved key is no longer in the keychain.',
    advice: 'It was removed outside Ringside. Enter the key again.',
  },
  keychainLocked: {
    title: 'The keychain of this computer is locked.',
    advice: 'Ringside changed nothing in it. Unlock the keychain, then try again.',
  },
  keychainUnavailable: {
    title: 'The keychain of this computer does not respond.',
    advice:
      'Ringside asked it again in a new process. Try again; if that does not help, tell your administrator. The key is stored nowhere else.',
  },
  keychainTimeout: {
    title: 'The keychain of this computer took too long to respond.',
    advice: 'It may be waiting for a password in another window.',
  },
  settingsUnwritable: {
    title: 'The settings could not be saved.',
    advice:
      'Check that the disk is not full, that the settings folder is writable and that no other program has the settings file open.',
  },
  settingsUnreadable: {
    title: 'The settings file could not be read.',
    advice:
      'Enter the address and the key again. When you connect, Ringside keeps the old file next to the new one.',
  },
  settingsNewer: {
    title: 'The settings were saved by a newer version of Ringside.',
    advice:
      'Update Ringside, or enter the address and the key again. When you connect, Ringside keeps the old settings next to the new ones.',
  },
  invalidInput: { title: 'This input is not valid.', advice: 'Check what you typed.' },
  cancelled: { title: 'Stopped.', advice: 'Try again when you are ready.' },
  tooManyCalls: {
    title: 'Ringside received too many requests at once.',
    advice: 'Wait a few seconds, then try again.',
  },
  internal: { title: 'An error occurred in Ringside.', advice: 'Send the report to engineering.' },
};
