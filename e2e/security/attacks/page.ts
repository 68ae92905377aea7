import type { Attack } from './attack';

const policy = { group: 'Page', where: 'main/window/app-protocol.ts' };
const csp = (control: string) => ({ ...policy, control: `CSP ${control}` });
const served = {
  group: 'Page',
  control: 'app:// serves three kinds of files of one folder',
  where: 'main/window/page-url.ts',
};

/** Attacks by a script in the page. */
export const pageAttacks = {
  inlineScript: {
    ...csp("require-trusted-types-for 'script', script-src 'self'"),
    attack: 'Inject a script into the page',
    expected: 'refused by require-trusted-types-for',
  },
  inlineHandler: {
    ...csp("require-trusted-types-for 'script', script-src 'self'"),
    attack: 'Inject an event handler attribute',
    expected: 'refused by require-trusted-types-for',
  },
  evaluate: {
    ...csp("script-src without 'unsafe-eval'"),
    attack: 'Run a string as code: eval, Function, setTimeout',
    expected: 'refused, refused, refused, refused',
  },
  trustedTypes: {
    ...csp("require-trusted-types-for 'script', trusted-types 'none'"),
    attack: 'Turn a string into HTML: innerHTML, insertAdjacentHTML, DOMParser, a Trusted Types policy',
    expected: 'refused, refused, refused, refused',
  },
  inlineStyle: {
    ...csp("style-src 'self'"),
    attack: 'Inject a style sheet into the page',
    expected: 'refused by style-src-elem',
  },
  foreignScript: {
    ...csp("require-trusted-types-for 'script', script-src 'self'"),
    attack: 'Load a script from another origin',
    expected: 'refused by require-trusted-types-for',
  },
  moduleImport: {
    ...csp("script-src 'self'"),
    attack: 'Import a module from another origin or from a data: URL',
    expected: 'refused by script-src-elem',
  },
  foreignImage: {
    ...csp("img-src 'self'"),
    attack: "Exfiltrate a customer's name by loading an image",
    expected: 'refused by img-src',
  },
  fetched: {
    ...csp("connect-src 'none'"),
    attack: 'Exfiltrate it by fetch',
    expected: 'refused by connect-src',
  },
  olderRequests: {
    ...csp("connect-src 'none'"),
    attack: 'Exfiltrate it by XMLHttpRequest, EventSource or a beacon',
    expected: 'refused by connect-src',
  },
  webSocket: {
    ...csp("connect-src 'none'"),
    attack: 'Exfiltrate it by WebSocket',
    expected: 'refused by connect-src',
  },
  webTransport: {
    ...csp("connect-src 'none'"),
    attack: 'Exfiltrate it by WebTransport',
    expected: 'refused by connect-src',
  },
  webRtc: {
    group: 'Page',
    attack: 'Exfiltrate it by WebRTC, which no CSP covers',
    control: 'A proxy that does not exist, and no UDP without a proxy',
    where: 'main/window/lockdown.ts',
    expected: 'no way out found',
  },
  formPost: {
    ...csp("form-action 'none'"),
    attack: 'Exfiltrate it by submitting a form',
    expected: 'refused by form-action',
  },
  foreignFrame: {
    ...csp("default-src 'none'"),
    attack: 'Show another page in a frame',
    expected: 'refused by frame-src',
  },
  plugin: {
    ...csp("require-trusted-types-for 'script', default-src 'none'"),
    attack: 'Load a plugin',
    expected: 'refused by require-trusted-types-for',
  },
  workers: {
    ...csp("require-trusted-types-for 'script', trusted-types 'none'"),
    attack: 'Start a worker or a service worker',
    expected: 'refused by require-trusted-types-for, trusted-types',
  },
  fontsAndMedia: {
    ...csp("default-src 'none'"),
    attack: 'Load a font or a video from another origin',
    expected: 'refused by font-src, media-src',
  },
  styleRequests: {
    ...csp("img-src 'self'"),
    attack: 'Exfiltrate it by a style sheet that a script creates',
    expected: 'refused by img-src',
  },
  hints: {
    ...csp("default-src 'none'"),
    attack: 'Exfiltrate it by prefetch, preload, preconnect, prerender, icon or speculation rules',
    expected: 'refused by default-src, img-src, require-trusted-types-for',
  },
  baseUri: {
    ...csp("base-uri 'none'"),
    attack: 'Change the base of every URL of the page',
    expected: 'refused by base-uri',
  },
  pastPolicy: {
    group: 'Page',
    attack: 'Request another host in a way that no CSP checks',
    control: 'webRequest cancels everything except app://ringside',
    where: 'main/window/lockdown.ts',
    expected: 'net::ERR_BLOCKED_BY_CLIENT',
  },
  nameServer: {
    group: 'Page',
    attack: 'Exfiltrate a name to a name server (dns-prefetch), which no CSP covers',
    control: 'DNS prefetching is disabled',
    where: 'main/index.ts',
    expected: 'no name was asked for',
  },
  traversal: { ...served, attack: 'Request a file above the page: ..%2f', expected: '404, refused' },
  traversalTwice: { ...served, attack: 'Request a file above the page: ..%5c', expected: '404, refused' },
  unknownPath: { ...served, attack: 'Request a file that does not exist', expected: '404, refused' },
  notThePage: {
    ...served,
    attack: 'Request a file of the build that is not part of the page',
    expected: '404, refused',
  },
  otherHost: {
    ...csp("img-src 'self'"),
    attack: "Request another host of the page's scheme",
    expected: 'csp, refused',
  },
} as const satisfies Record<string, Attack>;
