import type { ConnectInput } from '../../preload/contract/calls';
import type { Problem } from '../../preload/contract/problem';
import type { Studio } from '../../preload/contract/studio';
import { connectedStates, type ImportRow, type ImportState } from '../../preload/contract/studio-import';
import { oneLine } from '../studio-name';
import { withoutKeys } from './api-key';

/** Whether the input of `ringside --provision` is a table, and not an address and a key on a line each. */
export function isTable(input: string, policyAddress?: string): boolean {
  const lines = input.split(/\r?\n/).filter((line) => line.trim() !== '');
  const hasKeysOnly =
    policyAddress !== undefined && lines.length > 1 && !lines.some((line) => line.includes('/'));
  return lines.length > 2 || hasKeysOnly || /[;,\t]/.test(input);
}

/** What an administrator can do about a row. */
const advice: Partial<Record<ImportState, string>> = {
  brandNeeded: 'choose the brand of the tenants: --brand=magicline.com',
  nameNeeded: 'the key lacks STUDIO_READ: give the row a name',
};

/** Line of standard output or error for a row of `ringside --provision`, without its key. */
export function rowLine({ line, name, address, state, fault, problem }: ImportRow): string {
  const why = [problem ? problemText(problem) : (fault ?? state), state in advice && `(${advice[state]})`]
    .filter(Boolean)
    .join(' ');
  const what = connectedStates.has(state) ? state : `not connected: ${why}`;
  // SECURITY: a row's name is untrusted, so keys and control characters are removed from the line.
  return `Line ${line}: ${oneLine(withoutKeys([what, address, name].filter(Boolean).join(' ')))}\n`;
}

/** List of `ringside --studios`: address, ID, name, and whether the keychain has the key. */
export function studioLines(studios: readonly (Studio & { key: string })[]): string {
  const line = ({ address, id, name, key }: Studio & { key: string }) =>
    [address, id, oneLine(name), key].join('\t');
  return studios.map((studio) => `${line(studio)}\n`).join('');
}

/**
 * Reads the standard input of `ringside --provision`: the address on the first line and the key on the second, or
 * only the key when a policy sets the address.
 */
export function parseCredentials(input: string, policyAddress?: string): ConnectInput {
  const lines = input
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', second] = lines;
  if (second === undefined && policyAddress !== undefined) return { address: policyAddress, key: first };
  return { address: first, key: second ?? '' };
}

/** Describes a problem for a script's log: its kind and what was wrong with the input. */
export function problemText({ kind, inputFault, response, detail }: Problem): string {
  const more = [
    inputFault,
    response && `HTTP ${response.status}`,
    kind === 'invalidInput' ? undefined : detail,
  ];
  const known = more.filter((each) => each !== undefined);
  return known.length > 0 ? `${kind} (${known.join(', ')})` : kind;
}
