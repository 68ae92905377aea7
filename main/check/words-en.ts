import type { CheckWords } from './words';

const folderAdvice = 'Check the permissions of this folder and whether the disk is mounted.';
const askApi = 'If this continues, send the line to the support of the API.';

export const english: CheckWords = {
  labels: {
    keychain: 'Keychain',
    policy: 'Policy',
    proxy: 'Proxy',
    studio: 'Studio',
    clock: 'Clock',
    updates: 'Updates',
    disk: 'Disk',
    log: 'Log',
  },
  findings: {
    keychainWorks: ({ ms }) => [`An entry was written, read and deleted in ${ms} ms.`],
    keychainSlow: ({ ms }) => [
      `An entry was written, read and deleted, which took ${ms} ms.`,
      'Every lookup waits for the keychain: find out what slows it down, such as a roaming profile or a virus scanner.',
    ],
    keychainLocked: () => ['The keychain is locked.', 'Unlock it in the session of this user.'],
    keychainAbsent: () => [
      'The keychain cannot be used.',
      'On Linux, start a Secret Service such as gnome-keyring or KWallet in the session of this user; elsewhere, sign the user in again.',
    ],
    keychainSilent: () => [
      'The keychain does not respond.',
      'Look for a hidden dialog that asks for its password, or restart the service.',
    ],
    keychainDiffers: () => [
      'The keychain did not keep or did not delete an entry as requested.',
      'Repair the keychain of this user; until then, keys may be lost.',
    ],
    policyRead: ({ values }) => [
      values === 0
        ? 'No policy is set.'
        : `${values} ${values === 1 ? 'value is' : 'values are'} in force, none was refused.`,
    ],
    policyRefused: ({ where }) => [
      `This value was refused and does not apply (${where}).`,
      'Correct it: ringside --policy-report says what is wrong.',
    ],
    policyNoted: () => [
      'This value has no effect, or an unwanted one, together with the other values.',
      'ringside --policy-report says why.',
    ],
    proxyNone: () => ['The system chooses a direct connection.'],
    proxyAnswers: ({ route }) => [`The system chooses ${route}, which lets requests pass.`],
    proxyAsks: ({ route, proxy }) => [
      `The system chooses ${route}, and ${proxy} asks for credentials.`,
      'Sign in on the desk, or save them with ringside --provision.',
    ],
    proxyRefuses: ({ route, proxy }) => [
      `The system chooses ${route}, and ${proxy} refused the saved credentials.`,
      'Sign in on the desk, or replace them with ringside --provision, before the account is locked.',
    ],
    proxySilent: ({ route }) => [
      `The system chooses ${route}, and no answer came back on this route.`,
      'The line of the studio says what failed. Check the proxy settings of the system.',
    ],
    settingsUnusable: ({ problem }) => [
      `The settings could not be used: ${problem}.`,
      'Ringside keeps the file as settings.json.kept-…; connect the studios again.',
    ],
    studioNone: () => ['No studio is connected for this user.', 'Use ringside --provision or the desk.'],
    studioAnswers: ({ ms }) => [`The API answered in ${ms} ms and accepted the key.`],
    studioKeyRefused: () => [
      'The API refused the key.',
      'Enter the current key on the desk, or provision it.',
    ],
    studioKeyMissing: () => [
      'The keychain of this user has no key for it.',
      'Enter the key on the desk, or provision it.',
    ],
    studioKeyUnreadable: ({ problem }) => [
      `Its key cannot be read: ${problem}.`,
      'The line of the keychain says why.',
    ],
    studioNotTheApi: ({ problem }) => [
      `Something other than the API answers at its address: ${problem}. The key was not sent.`,
      'Check the address, and whether a network asks to sign in.',
    ],
    studioUnreachable: ({ problem }) => [
      `The API was not reached: ${problem}.`,
      'Check the network, the name server and the firewall for this address.',
    ],
    studioUntrusted: ({ problem }) => [
      `The connection is not trusted: ${problem}.`,
      'Check the clock, and whether the certificate of a scanning proxy is installed.',
    ],
    studioBehindProxy: ({ problem }) => [
      `The proxy does not let the request pass: ${problem}.`,
      'The line of the proxy says which one.',
    ],
    studioBusy: ({ problem }) => [
      `The API cannot answer now: ${problem}. The key was not verified.`,
      `Check again in a few minutes. ${askApi}`,
    ],
    studioOther: ({ problem }) => [`The API did not answer as documented: ${problem}.`, askApi],
    studioLate: ({ seconds }) => [
      `It was not checked within ${seconds} seconds.`,
      'Solve the failures of other lines first, then check again.',
    ],
    clockRight: ({ seconds }) => [`It differs from the API's by ${amount(seconds)}.`],
    clockOff: ({ seconds }) => [
      `It is ${amount(seconds)} ${direction(seconds)} the API's.`,
      'Synchronise it with a time server.',
    ],
    clockWrong: ({ seconds }) => [
      `It is ${amount(seconds)} ${direction(seconds)} the API's. Certificates and the sign-in to proxies can fail, and what is due is shown for another day.`,
      'Synchronise it with a time server, and check the time zone.',
    ],
    clockUnknown: () => [
      'It was not compared: no answer with a Date came from this address.',
      'The line of the studio says what failed.',
    ],
    updatesElsewhere: () => [
      'This installation does not update itself: a package manager or software distribution does, or nobody.',
    ],
    updatesOff: () => ['The policy has switched updates off.'],
    updatesNoFeed: () => ['This build has no update feed.'],
    updatesCurrent: ({ feed }) => [
      `${feed} answered with a valid signature and offers no newer version to this desktop.`,
    ],
    updatesNewer: ({ feed, version }) => [`${feed} answered with a valid signature and offers ${version}.`],
    updatesSilent: ({ feed, fault }) => [
      `${feed} did not answer with a manifest (${fault}).`,
      'Check the address of the feed and the proxy. Ringside asks again every four hours.',
    ],
    updatesRefused: ({ feed, fault }) => [
      `What ${feed} offers was refused (${fault}). Nothing is installed from there.`,
      'Copy the files of the release to the feed again; if this continues, treat the server as compromised.',
    ],
    diskFree: ({ megabytes, folder }) => [`${megabytes} MB are free, and ${folder} can be written.`],
    diskLow: ({ megabytes, folder }) => [
      `Only ${megabytes} MB are free for ${folder}.`,
      'Free some space: an update needs it.',
    ],
    diskFull: ({ megabytes, folder }) => [
      `Only ${megabytes} MB are free for ${folder}.`,
      'Free space now: settings may not be saved.',
    ],
    diskUnwritable: ({ folder, error }) => [`${folder} cannot be written (${error}).`, folderAdvice],
    logWritable: ({ kilobytes, folder }) => [`${folder} can be written; the log has ${kilobytes} kB.`],
    logLarge: ({ kilobytes, folder }) => [
      `The log in ${folder} has ${kilobytes} kB, more than its five files may have.`,
      'Find out what keeps the files open, so that they are not rotated.',
    ],
    logUnwritable: ({ folder, error }) => [`${folder} cannot be written (${error}).`, folderAdvice],
    checkLate: ({ seconds }) => [
      `This check did not end within ${seconds} seconds.`,
      'Solve the failures of other lines first, then check again.',
    ],
    checkBroken: ({ error }) => [
      `This check itself failed (${error}).`,
      'Report it to the makers of Ringside, with the log.',
    ],
  },
};

function amount(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 120) return `${size} ${size === 1 ? 'second' : 'seconds'}`;
  return size < 7200 ? `${Math.round(size / 60)} minutes` : `${Math.round(size / 3600)} hours`;
}

const direction = (seconds: number) => (seconds > 0 ? 'ahead of' : 'behind');
