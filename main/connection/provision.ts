import type { ConnectInput } from '../../preload/contract/calls';
import type { Problem } from '../../preload/contract/problem';

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
