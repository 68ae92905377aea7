import { type Brand, brands } from '../preload/contract/studio-import';
import {
  callLookup,
  cleanLookup,
  lookupOfLink,
  type OutsideLookup,
  outsideLookup,
} from './window/screen-pop';

/** Tasks that an administrator runs without a window. */
export const tasks = ['policy-report', 'provision', 'studios', 'forget-studio', 'phone-index'] as const;
export type Task = (typeof tasks)[number];

/** Command-line options of Ringside. Scripts and shortcuts rely on their names. */
export interface CommandLine {
  /** Opens demo data even when a studio is saved. */
  demo: boolean;
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
  /** Brand of the tenants in the rows of `--provision`. */
  brand?: Brand;
  /** File that `--phone-index` writes. */
  phoneIndex?: string;
  /** File with the private key that signs it. */
  signingKey?: string;
  theme?: 'light' | 'dark';
  size: { width: number; height: number };
}

/** Reads Ringside's own switches. Chromium's switches and unknown ones are ignored. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  // SECURITY: a link stands after `--` (`deep-links.ts`), so that nothing in it is read as a switch.
  const end = argv.indexOf('--');
  const switches = end < 0 ? argv : argv.slice(0, end);
  const value = (name: string) => {
    const prefix = `--${name}=`;
    return switches.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
  };
  // `--forget-studio ID` and `--forget-studio=ID` are the same.
  const at = switches.indexOf('--forget-studio');
  const [forgotten, another] = at < 0 ? [] : switches.slice(at + 1).filter((each) => !each.startsWith('-'));
  const call = value('call') ?? valuesAfter(switches, '--call')?.join(' ');
  const link = argv.map(lookupOfLink).find((text) => text !== undefined);
  const studio = cleanLookup(
    value('studio') ?? value('forget-studio') ?? (another === undefined ? forgotten : undefined) ?? '',
  );
  const lookup = outsideLookup(value('customer'), studio) ?? callLookup(call, studio) ?? link;
  const policy = value('policy');
  // SECURITY: what a telephone system inserts after `--call` comes from the caller and may look like another switch.
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
    demo: switches.includes('--demo'),
    ...(lookup && { lookup }),
    ...(studio && { studio }),
    ...(screenshot && { screenshot }),
    ...(policy && { policy }),
    ...(task && { task }),
    ...(brand && { brand }),
    ...(phoneIndex && { phoneIndex }),
    ...(signingKey && { signingKey }),
    ...((theme === 'light' || theme === 'dark') && { theme }),
    size: { width: Number(size?.[1] ?? 1280), height: Number(size?.[2] ?? 720) },
  };
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
