import type { Attack } from './attack';

const disk = { group: 'Disk' };

/** Attacks on data that stays on the disk or in memory. */
export const diskAttacks = {
  daysWork: {
    ...disk,
    attack: 'Read every file after a day of lookups, failures, copies and reports',
    control: 'Sessions in memory, no HTTP cache, an allow-list of log fields',
    where: 'main/window/open-window.ts, main/log/call-record.ts',
    expected: 'in no file',
  },
  lastCaller: {
    ...disk,
    group: 'Memory',
    attack: 'Search the memory of the page for the caller after "New call"',
    control:
      'The root is unmounted and rendered again, and the last matches of regular expressions are replaced',
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
    where: 'main/window/open-window.ts',
    expected: 'gone with the next start, in no file',
  },
} as const satisfies Record<string, Attack>;
