import { type Brand, brands } from '../preload/contract/studio-import';
import {
  callLookup,
  cleanLookup,
  lookupOfLink,
  newCallSwitch,
  type OutsideLookup,
  outsideLookup,
} from './window/screen-pop';

/** Tasks that an administrator runs without a window. */
export const tasks = [
  'check',
  'policy-report',
  'provision',
  'studios',
  'forget-studio',
  'phone-index',
] as const;
export type Task = (typeof tasks)[number];

/** Command-line options of Ringside. Scripts and shortcuts rely on their names. */
export interface CommandLine {
  /** Prints the version, opens no window and quits. */
  version: boolean;
  /** Opens demo data even when a studio is saved. */
  demo: boolean;
  /** Ends the call that is open in a running Ringside, and begins a new one. SECURITY: no link can request it. */
  newCall?: true;
  /** What to look up at once, from `--customer`, `--call` or a link. */
  lookup?: OutsideLookup;
  /** ID or exact name of the studio to search first, or to forget. */
  studio?: string;
  /** File for a PNG of the settled window; Ringside then quits. */
  screenshot?: string;
  /** Policy file that replaces the system's; in development only. */
  policy?: string;
  /** Task to run without a window; Ringside then quits. */
  task?: Task;
  /** Present when `--check` prints JSON. */
  json?: true;
  /** Brand of the tenants in the rows of `--provision`. */
  brand?: Brand;
  /** File that `--phone-index` writes. */
  phoneIndex?: string;
  /** File with the private key that signs it. */
  signingKey?: string;
  theme?: 'light' | 'dark';
  /** Size of the page for this start, in DIP. */
  size?: { width: number; height: number };
}

/** Reads Ringside's own switches. Chromium's switches and unknown ones are ignored. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const { switches, call } = parts(argv);
  const value = (name: string) => {
    const prefix = `--${name}=`;
    return switches.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
  };
  // `--forget-studio ID` and `--forget-studio=ID` are the same.
  const at = switches.indexOf('--forget-studio');
  const [forgotten, another] = at < 0 ? [] : switches.slice(at + 1).filter((each) => !each.startsWith('-'));
  const toForget = value('forget-studio') ?? (another === undefined ? forgotten : undefined);
  const studio = cleanLookup(value('studio') ?? (call === undefined ? toForget : undefined) ?? '');
  const link = argv.map(lookupOfLink).find((text) => text !== undefined);
  // A call comes first: it is what the agent waits for.
  const lookup =
    call === undefined ? (outsideLookup(value('customer'), studio) ?? link) : callLookup(call, studio);
  const policy = value('policy');
  const task = tasks.find(
    (name) =>
      call === undefined &&
      switches.some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`)),
  );
  const screenshot = value('screenshot');
  const phoneIndex = value('phone-index') ?? valueAfter(switches, '--phone-index');
  const signingKey = value('signing-key') ?? valueAfter(switches, '--signing-key');
  const theme = value('theme');
  const brand = brands.find((each) => each === value('brand'));
  const size = /^(\d{3,4})x(\d{3,4})$/.exec(value('size') ?? '');
  return {
    version: switches.includes('--version'),
    demo: switches.includes('--demo'),
    ...(switches.includes(newCallSwitch) && { newCall: true as const }),
    ...(lookup && { lookup }),
    ...(studio && { studio }),
    ...(screenshot && { screenshot }),
    ...(policy && { policy }),
    ...(task && { task }),
    ...(switches.includes('--json') && { json: true }),
    ...(brand && { brand }),
    ...(phoneIndex && { phoneIndex }),
    ...(signingKey && { signingKey }),
    ...((theme === 'light' || theme === 'dark') && { theme }),
    ...(size && { size: { width: Number(size[1]), height: Number(size[2]) } }),
  };
}

/**
 * Position of `--call=TEXT` or `--call TEXT`; -1 without one.
 *
 * SECURITY: a telephone system inserts the text, and the caller chooses it: nothing that follows is a switch of Ringside.
 */
export function callAt(argv: readonly string[]): number {
  const at = argv.findIndex((each) => each === '--' || each === '--call' || each.startsWith('--call='));
  return argv[at] === '--' ? -1 : at;
}

/** Ringside's switches, and the text of the call. */
function parts(argv: readonly string[]): { switches: readonly string[]; call?: string } {
  const at = callAt(argv);
  if (at >= 0) {
    const [first = '', ...others] = argv.slice(at);
    const text = first === '--call' ? others : [first.slice('--call='.length), ...others];
    return { switches: argv.slice(0, at), call: text.join(' ') };
  }
  // SECURITY: a link stands after `--` (`deep-links.ts`), so that nothing in it is read as a switch.
  const end = argv.indexOf('--');
  return { switches: end < 0 ? argv : argv.slice(0, end) };
}

/** The only value between a switch and the next one. Undefined for two, as of a path with a space and without quotes. */
function valueAfter(switches: readonly string[], name: string): string | undefined {
  const [only, another] = valuesAfter(switches, name) ?? [];
  return another === undefined ? only : undefined;
}

/** The values between a switch and the next one; undefined without the switch. */
function valuesAfter(switches: readonly string[], name: string): string[] | undefined {
  const at = switches.indexOf(name);
  if (at < 0) return undefined;
  const after = switches.slice(at + 1);
  const next = after.findIndex((each) => each.startsWith('-'));
  return next < 0 ? after : after.slice(0, next);
}
