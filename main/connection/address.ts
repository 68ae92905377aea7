import type { InputFault } from '../../preload/contract/problem';
import { keyForm } from './api-key';

/**
 * Hosts for which plain http is allowed, as in Chromium and RFC 8252 (8.3): their traffic never leaves the machine.
 */
const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Longest address, in characters. It is part of a keychain account, for which Credential Manager has a limit: 513 characters
 * (CRED_MAX_USERNAME_LENGTH), and under Wine half of that.
 */
const maxLength = 200;

/**
 * Returns the base URLs that a pasted address can mean, the likeliest first: with its path, as a gateway has one, and
 * without. Spaces, quotes, query and fragment are removed, as is everything from `/v1` on, and a missing https scheme
 * is added. Only https is accepted, except http on loopback.
 */
export function parseAddress(
  pasted: string,
): { addresses: [address: string, ...others: string[]] } | { fault: InputFault } {
  const text = pasted.replace(/[\s\u200b\ufeff"'<>]+/g, '');
  if (text === '') return { fault: 'addressEmpty' };
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return { fault: 'addressMalformed' };
  const url = new URL(withScheme);
  // SECURITY: "https://studio.example@evil.example" looks like studio.example but leads to evil.example.
  if (url.username || url.password) return { fault: 'addressHasLogin' };
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
  if (!secure) return { fault: 'addressNotHttps' };
  if (!url.hostname) return { fault: 'addressMalformed' };
  // SECURITY: a key in the place of the address would be looked up as a host, and be shown.
  const [label = '', ...domain] = url.hostname.split('.');
  if (keyForm.test(label) && (domain.length === 0 || domain[0] === 'open-api'))
    return { fault: 'addressIsKey' };
  const path = pathOf(url);
  if (url.origin.length + path.length > maxLength) return { fault: 'addressMalformed' };
  return { addresses: path === '' ? [url.origin] : [url.origin + path, url.origin] };
}

/** Path in front of the API's own paths, which begin with `/v1`; empty for an address of the vendor's web client. */
function pathOf({ pathname, hash }: URL): string {
  // The web client keeps its pages in the fragment, as in `/#/customermanagement/1001/overview`.
  if (hash.startsWith('#/')) return '';
  const segments = pathname.split('/').filter(Boolean);
  const version = segments.indexOf('v1');
  const kept = version < 0 ? segments : segments.slice(0, version);
  return kept.map((segment) => `/${segment}`).join('');
}
