import type { InputFault } from '../../preload/contract/problem';

/**
 * Hosts for which plain http is allowed, as in Chromium and RFC 8252 (8.3): their traffic never leaves the machine.
 */
const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Returns the origin of a pasted address: removes spaces, quotes, path, query and trailing slash, and adds a missing
 * https scheme. Only https is accepted, except http on loopback.
 */
export function parseAddress(pasted: string): { origin: string } | { fault: InputFault } {
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
  return { origin: url.origin };
}
