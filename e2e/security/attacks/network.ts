import type { Attack } from './attack';

const network = { group: 'Network' };

/** Attacks from the network, and on where requests go. */
export const networkAttacks = {
  redirect: {
    ...network,
    attack: 'Redirect a request to another host',
    control: "redirect: 'error'",
    where: 'main/api/http-attempt.ts',
    expected: 'The address redirected the request. Elsewhere 0 times heard',
  },
  redirectPermanently: {
    ...network,
    attack: 'Redirect it permanently',
    control: "redirect: 'error'",
    where: 'main/api/http-attempt.ts',
    expected: 'The address redirected the request. Elsewhere 0 times heard',
  },
  untrustedCertificate: {
    ...network,
    attack: 'Answer with an untrusted certificate',
    control: 'TLS errors are final',
    where: 'main/api/problems.ts',
    expected: 'The connection is not secure. 0 ways around it, 0 requests',
  },
  clientCertificate: {
    ...network,
    attack: 'Ask for a client certificate of the user',
    control: 'No certificate is ever chosen',
    where: 'main/window/lockdown.ts',
    expected: 'The lookup failed, none shown',
  },
  movedSettings: {
    ...network,
    attack: 'Change the address in the settings file',
    control: 'A key is stored under its address',
    where: 'main/connection/secret-store.ts',
    expected: 'asks for a key, 0 requests to the other address',
  },
  movedByPage: {
    ...network,
    attack: 'Connect to another address unnoticed',
    control: 'main asks in a dialog of its own',
    where: 'main/connection/connection.ts',
    expected: 'the saved address stays, 0 requests',
  },
  proxyOfPage: {
    ...network,
    attack: 'Sign in to a proxy that the page chooses',
    control: 'A password is sent only to a proxy that asked main',
    where: 'main/connection/proxy-login.ts',
    expected: 'invalidInput',
  },
  otherAddress: {
    ...network,
    attack: "Obtain a studio's key by connecting another address",
    control: 'Each key is sent to the address of its studio only',
    where: 'main/connection/connection.ts',
    expected: 'connected, the old key was not sent, it is still kept',
  },
  noCache: {
    ...network,
    attack: 'Answer from a cache',
    control: "A session without a cache, cache: 'no-store'",
    where: 'main/window/open-window.ts, main/api/http-attempt.ts',
    expected: 'asked 2 times',
  },
} as const satisfies Record<string, Attack>;
