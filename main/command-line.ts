import { cleanLookup, lookupOfLink } from './window/screen-pop';

/** What an administrator has Ringside do without a window. */
export const tasks = ['policy-report', 'provision'] as const;
export type Task = (typeof tasks)[number];

/** What Ringside can be started with; scripts and shortcuts rely on these names. */
export interface CommandLine {
  /** Open on demo data, whatever is saved. */
  demo: boolean;
  /** Look this up at once: `--customer`, or a `ringside://` link. */
  lookup?: string;
  /** Write a PNG of the settled window here and end. */
  screenshot?: string;
  /** A policy file instead of the system's; in development only. */
  policy?: string;
  /** Do this and end; no window. */
  task?: Task;
  theme?: 'light' | 'dark';
  size: { width: number; height: number };
}

/** Reads the switches of ours; Chromium's own, and whatever nobody knows, pass by. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  // SECURITY: a link comes after `--` (`deep-links.ts`), and whatever it brings along is no switch.
  const end = argv.indexOf('--');
  const switches = end < 0 ? argv : argv.slice(0, end);
  const value = (name: string) => {
    const prefix = `--${name}=`;
    return switches.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
  };
  const link = argv.map(lookupOfLink).find((text) => text !== undefined);
  const lookup = cleanLookup(value('customer') ?? '') ?? link;
  const policy = value('policy');
  const task = tasks.find((name) => switches.includes(`--${name}`));
  const screenshot = value('screenshot');
  const theme = value('theme');
  const size = /^(\d{3,4})x(\d{3,4})$/.exec(value('size') ?? '');
  return {
    demo: switches.includes('--demo'),
    ...(lookup && { lookup }),
    ...(screenshot && { screenshot }),
    ...(policy && { policy }),
    ...(task && { task }),
    ...((theme === 'light' || theme === 'dark') && { theme }),
    size: { width: Number(size?.[1] ?? 1280), height: Number(size?.[2] ?? 720) },
  };
}
