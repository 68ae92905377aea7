import { tasks } from './command-line';

/** What a package may be started with: {@link parseCommandLine}'s own, and what desks need of Chromium's. */
const allowedSwitches = new Set([
  'demo',
  ...tasks,
  'customer',
  'size',
  'theme',
  'lang',
  // What the installer on Windows adds when it starts the new version.
  'updated',
  // Remote desktops and broken drivers.
  'disable-gpu',
  'force-device-scale-factor',
  'ozone-platform',
  'ozone-platform-hint',
  // Screen readers that Chromium does not notice by itself.
  'force-renderer-accessibility',
]);

/** What a package that was built for its tests takes as well. */
const forTests = new Set(['remote-debugging-port', 'policy']);

/**
 * Of the environment, what opens the program or its traffic to others. NODE_OPTIONS is taken away by Electron before any
 * code of ours runs, when the fuse is off as it must be; were it on, it would be seen and refused here.
 */
const refusedVariables = [
  'SSLKEYLOGFILE',
  'NODE_OPTIONS',
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_NO_ASAR',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
];

export interface Launch {
  /** Without the executable. */
  args: readonly string[];
  /** Names of what is in the environment. */
  variables: readonly string[];
  platform: NodeJS.Platform;
}

/**
 * What of a start a package refuses: switches as `--name` without their values, and names of variables. Empty when it may
 * go on.
 *
 * SECURITY: a list of what is allowed. Chromium knows some 1,500 switches, and each version others; of those nobody has
 * thought of, one writes every request to a file and another trusts every certificate.
 */
export function refusedOf({ args, variables, platform }: Launch, test: boolean): string[] {
  const switches = switchesOf(args, platform)
    .filter((name) => !allowedSwitches.has(name) && !(test && forTests.has(name)))
    .map((name) => `--${name}`);
  const set = new Set(platform === 'win32' ? variables.map((name) => name.toUpperCase()) : variables);
  return [...new Set(switches), ...refusedVariables.filter((name) => set.has(name))];
}

/** As Chromium reads them (base/command_line.cc): one dash or two, on Windows a slash and any case; none after `--`. */
function switchesOf(args: readonly string[], platform: NodeJS.Platform): string[] {
  const windows = platform === 'win32';
  const prefix = windows ? /^(--|-|\/)(?=.)/ : /^(--|-)(?=.)/;
  const trimmed = args.map((arg) => arg.trim());
  const end = trimmed.indexOf('--');
  return (end < 0 ? trimmed : trimmed.slice(0, end))
    .filter((arg) => prefix.test(arg))
    .map((arg) => arg.replace(prefix, '').split('=', 1)[0] ?? '')
    .map((name) => (windows ? name.toLowerCase() : name))
    .filter((name) => !(platform === 'darwin' && /^psn_/.test(name)));
}
