import type { Attack } from './attack';

const key = { group: 'Key' };

/** Attacks on the API key. */
export const keyAttacks = {
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
} as const satisfies Record<string, Attack>;
