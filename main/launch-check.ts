import { callAt, parseCommandLine, tasks } from './command-line';

/**
 * Switches that a package accepts: those of {@link parseCommandLine}, and the Chromium switches that desktops need.
 */
const allowedSwitches = new Set([
  'version',
  'demo',
  ...tasks,
  'new-call',
  'customer',
  'call',
  'studio',
  'json',
  'brand',
  'signing-key',
  'size',
  'theme',
  'lang',
  // Added by the Windows installer when it starts the new version.
  'updated',
  // For remote desktops and broken graphics drivers.
  'disable-gpu',
  'force-device-scale-factor',
  'ozone-platform',
  'ozone-platform-hint',
  // For screen readers that Chromium does not detect.
  'force-renderer-accessibility',
]);

/** Switches that a test package accepts in addition. */
const forTests = new Set(['remote-debugging-port', 'policy']);

/**
 * Environment variables that could expose the program or its traffic. Electron removes NODE_OPTIONS before Ringside's
 * code runs when the fuse is off, as it must be; with the fuse on, the variable is refused here.
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
  /** Command-line arguments without the executable. */
  args: readonly string[];
  /** Names of the environment variables. */
  variables: readonly string[];
  platform: NodeJS.Platform;
}

/**
 * Returns what a package refuses of a start: switches as `--name` without their values, and names of variables. An
 * empty list allows the start.
 *
 * SECURITY: an allow-list. Chromium knows about 1,500 switches, and they differ by version. One writes every request
 * to a file, another trusts every certificate.
 */
export function refusedArguments({ args, variables, platform }: Launch, test: boolean): string[] {
  // SECURITY: a picture of demo data shows no customer. The parser decides what counts as `--demo`, so that no other
  // spelling of it opens a saved studio.
  const isDemo = parseCommandLine(args).demo;
  const isAllowed = (name: string) =>
    allowedSwitches.has(name) || (isDemo && name === 'screenshot') || (test && forTests.has(name));
  const switches = switchesOf(args, platform)
    .filter((name) => !isAllowed(name))
    .map((name) => `--${name}`);
  const set = new Set(platform === 'win32' ? variables.map((name) => name.toUpperCase()) : variables);
  return [...new Set(switches), ...refusedVariables.filter((name) => set.has(name))];
}

/**
 * What Chromium may know as a switch: a name of letters, digits and dashes. SECURITY: Chromium reads `--call -TEXT` as two
 * switches, so a TEXT that may be one is refused, although the caller chose it. In `--call=-TEXT` it is none.
 */
const mayBeSwitch = /^[a-z][\w.-]*$/i;

/**
 * Blanks before a switch. SECURITY: Chromium ignores those of ASCII, on Windows those of its own list
 * (base/strings/string_util_constants.cc): that has U+0085, which JavaScript does not trim, and lacks U+FEFF, which it does.
 * These are the blanks of both, and those of former versions of Unicode.
 */
const blanks = /^[\s\u0085\u180e\u200b-\u200d]+/;

/**
 * Names of switches as Chromium reads them (base/command_line.cc): with one dash or two, on Windows also with a slash
 * and in any case; none after `--`.
 *
 * SECURITY: only an argument of exactly `--` ends them, as in {@link parseCommandLine}. With a blank beside it, Chromium and
 * the parser may read on.
 */
function switchesOf(args: readonly string[], platform: NodeJS.Platform): string[] {
  const windows = platform === 'win32';
  const prefix = windows ? /^(--|-|\/)(?=.)/ : /^(--|-)(?=.)/;
  const end = args.indexOf('--');
  const call = callAt(args);
  return (
    (end < 0 ? args : args.slice(0, end))
      .map((arg, at) => ({ arg: arg.replace(blanks, '').trimEnd(), isOfCall: call >= 0 && at > call }))
      .filter(({ arg }) => prefix.test(arg))
      .map(({ arg, isOfCall }) => ({ name: arg.replace(prefix, '').split('=', 1)[0] ?? '', isOfCall }))
      .filter(({ name, isOfCall }) => !isOfCall || mayBeSwitch.test(name))
      .map(({ name }) => name)
      .map((name) => (windows ? name.toLowerCase() : name))
      // A hint for Windows' prefetcher, which Chromium does not read as a switch (base/base_switches.h).
      .filter((name) => !(windows && /^prefetch:\d+$/.test(name)))
      // COM adds it when it starts a server, such as that of a notification after a click (LocalServer32, Win32).
      .filter((name) => !(windows && name === 'embedding'))
      .filter((name) => !(platform === 'darwin' && /^psn_/.test(name)))
  );
}
