import type { InputFault } from '../../preload/contract/problem';

/** The hosts for which Chromium and RFC 8252 (8.3) accept plain http: the traffic never leaves this machine. */
const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * The origin of whatever was pasted: spaces, quotes, a path, a query and a trailing slash go; a missing scheme means
 * https. `https` only, `http` on loopback excepted.
 */
export function parseAddress(pasted: string): { origin: string } | { fault: InputFault } {
  const text = pasted.replace(/[\s\u200b\ufeff"'<>]+/g, '');
  if (text === '') return { fault: 'addressEmpty' };
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return { fault: 'addressMalformed' };
  const url = new URL(withScheme);
  // SECURITY: "https://studio.example@evil.example" reads like one host and is another.
  if (url.username || url.password) return { fault: 'addressHasLogin' };
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
  if (!secure) return { fault: 'addressNotHttps' };
  if (!url.hostname) return { fault: 'addressMalformed' };
  return { origin: url.origin };
}
