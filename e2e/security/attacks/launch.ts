import type { Attack } from './attack';

const refused = (what: string) => `ended with 1, ${what}`;
const launch = (attack: string, what: string) => ({
  group: 'Start',
  attack,
  control: 'An allow-list of switches; dangerous variables are refused',
  where: 'main/launch-check.ts',
  expected: refused(what),
});
const fused = { group: 'Start', control: 'Fuse', where: 'electron-builder.yml' };

/** Attacks on the start of the program and on its processes. */
export const launchAttacks = {
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
  blankEnd: launch(
    'Hide switches behind `--` with a no-break space, which ends them for JavaScript only',
    '---, --remote-debugging-port, --screenshot',
  ),
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
} as const satisfies Record<string, Attack>;
