import Papa from 'papaparse';
import type { ProxySignIn } from '../../preload/contract/calls';
import { holdsKey } from './api-key';

/** A row of `--provision` with the credentials of a proxy. */
export interface ProxyRow {
  /** Number of the line in the text, from 1, without empty lines. */
  line: number;
  /** Host and port in lower case, as Chromium names them, with name and password; absent where the row is not as documented. */
  credentials?: ProxySignIn;
}

/**
 * The first cell of a row: `proxy HOST:PORT`, which is also the account in the keychain.
 *
 * SECURITY: not the URL of a proxy, which may contain a password; the place of a proxy is printed.
 */
const place = /^\s*"?proxy\s+([^\s;,"@/]+:\d{1,5})"?\s*(?:[;,\t]|$)/i;

/** A first cell that may be meant as one. */
const mayBePlace = /^\s*"?proxy\b/i;

/**
 * Takes the rows of proxies, `proxy HOST:PORT;NAME;PASSWORD`, out of the input of `--provision`.
 *
 * @returns the rows, the rest of the text, and the line numbers of the rest in the input
 */
export function takeProxyRows(input: string): { proxies: ProxyRow[]; rest: string; numbers: number[] } {
  const lines = input
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((text, index) => ({ text, line: index + 1 }));
  const proxies = lines.filter(({ text }) => isProxyRow(text));
  const rest = lines.filter(({ text }) => !isProxyRow(text));
  return {
    proxies: proxies.map(({ text, line }) => rowOf(text, line)),
    rest: proxies.length === 0 ? input : rest.map(({ text }) => text).join('\n'),
    numbers: rest.map(({ line }) => line),
  };
}

/** SECURITY: a mistyped row must not be read as a studio, whose name and address are printed: the password may be one of them. */
function isProxyRow(line: string): boolean {
  return place.test(line) || (mayBePlace.test(line) && !holdsKey(line));
}

function rowOf(text: string, line: number): ProxyRow {
  const proxy = place.exec(text)?.[1]?.toLowerCase();
  if (proxy === undefined) return { line };
  // The first cell holds no separator, so the first one in the line is that of the row.
  const delimiter = /[;,\t]/.exec(text)?.[0] ?? ';';
  const [, name, password, ...others] = Papa.parse<string[]>(text, { delimiter }).data[0] ?? [];
  if (name === undefined || password === undefined || others.some((cell) => cell.trim() !== ''))
    return { line };
  return { line, credentials: { proxy, name: name.trim(), password } };
}
