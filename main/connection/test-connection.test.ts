import { expect, it } from 'vitest';
import { proxiesOf, proxyOf } from './test-connection';

it.each([
  ['DIRECT', undefined],
  ['PROXY proxy.example:8080', 'PROXY proxy.example:8080'],
  ['HTTPS a:443; PROXY b:80; DIRECT', 'HTTPS a:443'],
  ['SOCKS5 127.0.0.1:1080', 'SOCKS5 127.0.0.1:1080'],
  ['', undefined],
])('%j goes by %s', (result, proxy) => {
  expect(proxyOf(result)).toBe(proxy);
});

it('lists every proxy of a PAC result', () => {
  expect(proxiesOf('HTTPS a:443; PROXY b:80; DIRECT')).toEqual(['a:443', 'b:80']);
  expect(proxiesOf('DIRECT')).toEqual([]);
});
