/** An attack on a real package, and what is observed when the control works. */
export interface Attack {
  group: string;
  /** What the attacker tries. */
  attack: string;
  /** The control that prevents it. */
  control: string;
  /** Files that implement the control. */
  where: string;
  /** What is then observed, verbatim. */
  expected: string;
}

const refused = (what: string) => `ended with 1, ${what}`;
const launch = (attack: string, what: string) => ({
  group: 'Start',
  attack,
  control: 'An allow-list of switches; dangerous variables are refused',
  where: 'main/launch-check.ts',
  expected: refused(what),
});
const fused = { group: 'Start', control: 'Fuse', where: 'electron-builder.yml' };
const policy = { group: 'Page', where: 'main/window/app-protocol.ts' };
const csp = (control: string) => ({ ...policy, control: `CSP ${control}` });
const served = {
  group: 'Page',
  control: 'app:// serves three kinds of files of one folder',
  where: 'main/window/page-url.ts',
};
const stays = 'app://ringside/index.html, the customer is still there';
const navigation = {
  group: 'Navigation',
  control: 'will-navigate and will-frame-navigate refuse everything except the page',
  where: 'main/window/lockdown.ts',
  expected: stays,
};
const permission = {
  group: 'Permissions',
  control: 'Permission handlers deny everything',
  where: 'main/window/lockdown.ts',
};
const border = { group: 'IPC' };
const key = { group: 'Key' };
const disk = { group: 'Disk' };
const network = { group: 'Network' };
const supply = { group: 'Supply' };
const installers = { group: 'Installers', where: 'electron-builder.yml' };

/** All attacks. Each has a test that carries it out, and `docs/security.md` is generated from them. */
export const attacks = {
  certificateErrors: launch('Start with --ignore-certificate-errors', '--ignore-certificate-errors'),
  certificateErrorsOfKey: launch(
    'Start with --ignore-certificate-errors-spki-list',
    '--ignore-certificate-errors-spki-list',
  ),
  debuggingPort: launch('Start with --remote-debugging-port', '--remote-debugging-port'),
  debuggingPipe: launch('Start with --remote-debugging-pipe', '--remote-debugging-pipe'),
  proxyServer: launch('Start with --proxy-server', '--proxy-server'),
  resolverRules: launch('Start with --host-resolver-rules', '--host-resolver-rules'),
  netLog: launch('Start with --log-net-log', '--log-net-log, --net-log-capture-mode'),
  inspector: launch('Start with --inspect', '--inspect'),
  inspectorBreak: launch('Start with --inspect-brk', '--inspect-brk'),
  engineFlags: launch('Start with --js-flags', '--js-flags'),
  noSandbox: launch('Start with --no-sandbox', '--no-sandbox'),
  rendererPrefix: launch('Start with --renderer-cmd-prefix', '--renderer-cmd-prefix'),
  otherFolder: launch('Start with --user-data-dir', '--user-data-dir'),
  ownPolicy: launch("Start with a policy of one's own", '--policy'),
  takePicture: launch('Have a picture of a customer written to disk', '--screenshot'),
  singleDash: launch('Write a switch with one dash', '--remote-debugging-port'),
  unknownSwitch: launch('Start with a switch nobody knows yet', '--a-switch-of-next-year'),
  keyLog: launch('Start with SSLKEYLOGFILE set', 'SSLKEYLOGFILE'),
  runAsNode: launch('Start with ELECTRON_RUN_AS_NODE and code to run', '--e, ELECTRON_RUN_AS_NODE'),
  noAsar: launch('Start with ELECTRON_NO_ASAR set', 'ELECTRON_NO_ASAR'),
  renamedExecutable: {
    group: 'Start',
    attack: 'Rename the program to "electron", which Electron treats as a development build',
    control: 'The restrictions of a release depend on a constant of the build',
    where: 'main/build-type.ts',
    expected: refused('--remote-debugging-port'),
  },
  buildConstant: {
    group: 'Start',
    attack: 'Use a debugging port that was left open for tests',
    control: 'A constant of the build, false in every release',
    where: 'scripts/config/electron.vite.config.ts',
    expected: 'release; of the tests test',
  },
  nodeOptions: {
    ...fused,
    attack: 'Start with NODE_OPTIONS=--require=evil.js',
    control: "Fuse nodeOptions: Electron removes the variable before Ringside's code runs",
    expected: 'the code was not run, Ringside goes on',
  },
  otherApp: {
    ...fused,
    attack: 'Make the program run another app',
    control: 'Fuse onlyLoadAppFromAsar, no default app in the package',
    where: 'scripts/after-pack.mjs',
    expected: 'Ringside itself goes on',
  },
  plantedFolder: {
    ...fused,
    attack: 'Put a folder resources/app in place of the asar',
    control: 'Fuse onlyLoadAppFromAsar',
    expected: 'not run, ended with an error',
  },
  fuses: {
    ...fused,
    attack: 'Look for an enabled fuse that should be off',
    control: 'Fuses, read from the package',
    expected: [
      'RunAsNode off',
      'EnableCookieEncryption on',
      'EnableNodeOptionsEnvironmentVariable off',
      'EnableNodeCliInspectArguments off',
      'EnableEmbeddedAsarIntegrityValidation on',
      'OnlyLoadAppFromAsar on',
      'LoadBrowserProcessSpecificV8Snapshot off',
      'GrantFileProtocolExtraPrivileges off',
    ].join(', '),
  },
  osSandbox: {
    group: 'Process',
    attack: 'Leave the renderer through a vulnerability in Chromium',
    control: 'Sandbox of the operating system',
    where: 'main/index.ts',
    expected: '1 renderer, system calls filtered: true',
  },
  developerTools: {
    group: 'Process',
    attack: 'Press the shortcuts of the developer tools',
    control: 'No menu, no developer tools in packages',
    where: 'main/window/menu.ts, main/window/browser-window.ts',
    expected: 'none opened',
  },
  nodeInPage: {
    group: 'Process',
    attack: 'Use Node or Electron in the page',
    control: 'contextIsolation, sandbox, no nodeIntegration',
    where: 'main/window/browser-window.ts',
    expected: 'none is there',
  },

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

  toForeignPage: { ...navigation, attack: 'Navigate the window to another page: location, link, refresh' },
  toFile: { ...navigation, attack: 'Navigate it to a file' },
  toData: { ...navigation, attack: 'Navigate it to a data: URL' },
  toScript: {
    ...navigation,
    attack: 'Navigate it to a javascript: URL',
    control: "CSP script-src 'self'",
    where: 'main/window/app-protocol.ts',
  },
  toOtherHost: { ...navigation, attack: "Navigate it to another host of the page's scheme" },
  toQuery: { ...navigation, attack: 'Navigate it to the page with a query' },
  toOtherFile: { ...navigation, attack: 'Navigate it to another file of the page' },
  newWindow: {
    ...navigation,
    attack: 'Open another window, by script and by link',
    control: 'The window open handler denies',
    expected: `refused; ${stays}`,
  },
  webview: {
    ...navigation,
    attack: 'Show another page in a webview',
    control: 'webviewTag is disabled, will-attach-webview refuses',
    expected: `an unknown element; ${stays}`,
  },
  dropFile: {
    ...navigation,
    attack: 'Drop a file on the window',
    control: 'navigateOnDragDrop is disabled, will-navigate refuses',
  },
  dropLink: {
    ...navigation,
    attack: 'Drop a link on the window',
    control: 'navigateOnDragDrop is disabled, will-navigate refuses',
  },
  externalLink: {
    group: 'Navigation',
    attack: "Exfiltrate a customer's name by opening links in the browser",
    control: 'https only, hosts of the policy, one link per two seconds',
    where: 'main/window/external-links.ts',
    expected: 'opened https://traces.example/trace/1',
  },

  permissionStates: { ...permission, attack: 'Query the permissions of the page', expected: 'all denied' },
  devices: {
    ...permission,
    attack: 'Use camera, screen, location, MIDI, USB, serial, HID, Bluetooth',
    expected: Array(8).fill('refused').join(', '),
  },
  readClipboard: {
    ...permission,
    attack: 'Read the clipboard',
    control: 'Permission handlers deny everything, execCommand may not paste',
    where: 'main/window/lockdown.ts, main/index.ts',
    expected: 'refused, nothing pasted',
  },
  writeClipboard: {
    ...permission,
    attack: 'Write the clipboard without main, which clears what it has written',
    expected: 'refused',
  },
  notify: { ...permission, attack: 'Show a notification', expected: 'denied, not shown' },
  takeTheScreen: {
    ...permission,
    attack: 'Switch to full screen or lock the pointer',
    expected: 'neither',
  },
  download: {
    ...permission,
    attack: 'Save customers to a file',
    control: 'will-download refuses',
    expected: 'customers.csv refused',
  },

  otherValues: {
    ...border,
    attack: 'Find more than functions on the border',
    control: 'One function per channel',
    where: 'preload/index.ts',
    expected: 'a function a channel, 0 other values',
  },
  changeBorder: {
    ...border,
    attack: 'Add a function to the border',
    control: 'contextBridge freezes what it exposes',
    where: 'preload/index.ts',
    expected: 'unchanged',
  },
  wayToPreload: {
    ...border,
    attack: 'Reach the preload script through what it exposes',
    control: 'contextBridge copies, contextIsolation',
    where: 'main/window/browser-window.ts',
    expected: 'all of the page, refused',
  },
  childFrame: {
    ...border,
    attack: 'Use the border in a frame',
    control: 'Preload in the top frame only, sender check',
    where: 'main/window/page-url.ts',
    expected: 'nothing in a frame',
  },
  extraField: {
    ...border,
    attack: 'Send more fields than a channel accepts',
    control: 'A strict schema per channel',
    where: 'main/ipc/schemas.ts',
    expected: 'invalidInput',
  },
  wrongTypes: {
    ...border,
    attack: 'Send other types, paths, header lines and prototypes',
    control: 'A strict schema per channel',
    where: 'main/ipc/schemas.ts',
    expected: 'invalidInput',
  },
  hugeValues: {
    ...border,
    attack: 'Send 20 MB',
    control: 'A limit for every text and list',
    where: 'main/ipc/schemas.ts',
    expected: 'invalidInput',
  },
  rawExceptions: {
    ...border,
    attack: 'Make main or the preload script throw, and read the message',
    control: 'Problems instead of exceptions',
    where: 'main/ipc/register-handlers.ts',
    expected: 'invalidInput, An object could not be cloned.',
  },
  flood: {
    ...border,
    attack: 'Send ten thousand calls together',
    control: 'A rate limit per channel, and the share of the desktop',
    where: 'main/ipc/register-handlers.ts',
    expected: 'nearly all refused, the studio hardly noticed, the desk goes on',
  },
  hiddenFields: {
    ...border,
    attack: 'Read IBANs, cards and PINs of a customer',
    control: 'main passes on the fields that an agent needs, one by one',
    where: 'main/api/schemas.ts',
    expected: 'none of it crosses',
  },

  keyInPage: {
    ...key,
    attack: "Search the page's memory for the key after it was typed",
    control: 'The field is cleared, and main answers without the key',
    where: 'renderer/features/connection/',
    expected: 'in neither memory nor page',
  },
  keyInMain: {
    ...key,
    attack: "Search main's memory for the key after a lookup",
    control: 'Read from the keychain for one lookup, dropped after half a second',
    where: 'main/connection/secret-store.ts',
    expected: 'not in memory',
  },
  keyInProcesses: {
    ...key,
    attack: 'Search the arguments and environments of all processes for the key',
    control: 'The key is passed in neither',
    where: 'main/connection/secret-store.ts',
    expected: 'looked at all, nowhere',
  },
  keyOverBorder: {
    ...key,
    attack: 'Ask every channel for the key',
    control: 'save, status, clear; no get',
    where: 'preload/contract/calls.ts',
    expected: 'it does not cross',
  },
  echoedKey: {
    ...key,
    attack: 'Make the API echo the key in every field of an error',
    control: 'The key is redacted in answers; records are an allow-list',
    where: 'main/api/redact-key.ts',
    expected: 'on no screen, in no report, in no log',
  },
  crashDump: {
    ...key,
    attack: 'Crash both processes and read their dumps',
    control: 'No crash reporter',
    where: 'main/index.ts',
    expected: 'no dump of either process',
  },

  daysWork: {
    ...disk,
    attack: 'Read every file after a day of lookups, failures, copies and reports',
    control: 'Sessions in memory, no HTTP cache, an allow-list of log fields',
    where: 'main/app.ts, main/log/call-record.ts',
    expected: 'in no file',
  },
  lastCaller: {
    ...disk,
    group: 'Memory',
    attack: 'Search the memory of the page for the caller after "New call"',
    control: 'The root is unmounted and rendered again',
    where: 'renderer/main.tsx',
    expected: 'there before, gone after',
  },
  staysOn: {
    ...disk,
    group: 'Memory',
    attack: 'Keep the page from unloading when the screen is locked (beforeunload)',
    control: 'will-prevent-unload is overridden',
    where: 'main/window/lockdown.ts',
    expected: 'an empty desk',
  },
  otherUsers: {
    ...disk,
    attack: 'Read settings and log as another user',
    control: 'Files are readable for their owner only',
    where: 'main/connection/settings.ts, main/log/log.ts',
    expected: 'settings.json 600, ringside.log 600',
  },
  storageOfPage: {
    ...disk,
    attack: "Keep a customer in the page's storage",
    control: "The page's session is in memory",
    where: 'main/app.ts',
    expected: 'gone with the next start, in no file',
  },

  redirect: {
    ...network,
    attack: 'Redirect a request to another host',
    control: "redirect: 'error'",
    where: 'main/api/http.ts',
    expected: 'The address redirected the request. Elsewhere 0 times heard',
  },
  redirectPermanently: {
    ...network,
    attack: 'Redirect it permanently',
    control: "redirect: 'error'",
    where: 'main/api/http.ts',
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
    control: 'session.fetch cannot choose one',
    where: 'main/app.ts',
    expected: 'net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED, none shown',
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
  moveForgets: {
    ...network,
    attack: 'Obtain the old key by changing the address',
    control: 'Only the new key is sent there, and the old one is removed',
    where: 'main/connection/connection.ts',
    expected: 'connected, the old key was not sent, it is forgotten',
  },
  noCache: {
    ...network,
    attack: 'Answer from a cache',
    control: "A session without a cache, cache: 'no-store'",
    where: 'main/app.ts, main/api/http.ts',
    expected: 'asked 2 times',
  },

  strayFiles: {
    ...supply,
    attack: 'Look for stray files in the package: sources, maps, tests, secrets',
    control: 'An allow-list of packaged files',
    where: 'electron-builder.yml',
    expected: 'none',
  },
  asarSize: {
    ...supply,
    attack: 'Let the package grow unnoticed',
    control: 'An allow-list of packaged files; everything else is bundled and tree-shaken',
    where: 'electron-builder.yml, scripts/config/electron.vite.config.ts',
    expected: 'at most 2 MiB',
  },
  runtimeModules: {
    ...supply,
    attack: 'Replace a module that is loaded at run time',
    control: 'Everything except keytar is bundled in the asar',
    where: 'scripts/config/electron.vite.config.ts',
    expected: 'keytar',
  },
  installScripts: {
    ...supply,
    attack: 'Run code while a package is installed',
    control: 'allowScripts',
    where: 'package.json',
    expected: 'allowed keytar; undecided none',
  },
  lockfile: {
    ...supply,
    attack: 'Deliver another package under the same name',
    control: 'An integrity hash for every package',
    where: 'package-lock.json',
    expected: '0 without a hash, 0 from elsewhere',
  },
  launcherSwitches: {
    ...installers,
    attack: 'Make the launcher of a Linux package disable its sandbox',
    control: 'No arguments in the launcher, AppImage tools that add none',
    expected: 'AppRun %U, /opt/Ringside/ringside %U',
  },
  launcherLink: {
    ...installers,
    attack: 'Start both packages by their launchers with a ringside:// link',
    control: 'A link passes the allow-list and is looked up',
    where: 'main/launch-check.ts, main/command-line.ts',
    expected: 'AppImage goes on, deb goes on, Edgar Thomas Bullock Meyer',
  },
  launcherFound: {
    ...installers,
    attack: "Make another program receive Ringside's links or windows",
    control: 'Launchers that the system understands, with the name of the window',
    expected: 'valid, ringside.desktop, x-scheme-handler/ringside, icon there, a window of its class',
  },
  installedRights: {
    ...installers,
    attack: 'Look for files with special permissions, or that others may write',
    control:
      'chrome-sandbox gets its bit where namespaces are missing, a profile of AppArmor where they are restricted',
    expected: '0 in the AppImage, 0 in the deb, with a profile',
  },
  installedLicences: {
    ...installers,
    attack: 'Ship a package without its licences',
    control: 'extraResources, and where Linux looks for them',
    expected: 'ours, Electron, Chromium in both; copyright in the deb',
  },
  billOfMaterials: {
    ...supply,
    attack: 'Ship something that no list names',
    control: 'Bill of materials and licences are made from the bundle',
    where: 'scripts/sbom.mjs, scripts/licences.ts',
    expected: '0 of what ships missing, 0 without a licence text',
  },
} as const satisfies Record<string, Attack>;

export type AttackId = keyof typeof attacks;
