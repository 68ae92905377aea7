import { describe, expect, it } from 'vitest';
import { parseAddress } from './address';
import { maxKeyBytes, parseKey } from './api-key';

describe('an address', () => {
  it.each([
    ['https://studio.open-api.magicline.com', 'https://studio.open-api.magicline.com'],
    ['  https://studio.example/v1/customers/?a=b#c \n', 'https://studio.example'],
    ['studio.example/', 'https://studio.example'],
    ['STUDIO.Example:8443', 'https://studio.example:8443'],
    ['"https://studio.example"', 'https://studio.example'],
    ['<https://studio.example>', 'https://studio.example'],
    ['\u200bhttps://studio.example\ufeff', 'https://studio.example'],
    ['http://127.0.0.1:4010/v1', 'http://127.0.0.1:4010'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    [
      'https://studio.web.magicline.com/#/customermanagement/1001/overview',
      'https://studio.web.magicline.com',
    ],
  ])('pasted as %j is its origin', (pasted, origin) => {
    expect(parseAddress(pasted)).toEqual({ addresses: [origin] });
  });

  it.each([
    ['https://gateway.example/fit/api/', 'https://gateway.example/fit/api'],
    ['https://gateway.example/fit/v1/customers/1001?a=b', 'https://gateway.example/fit'],
    ['gateway.example/_mock/apis/openapi', 'https://gateway.example/_mock/apis/openapi'],
  ])('pasted as %j has a path that may belong to it', (pasted, address) => {
    expect(parseAddress(pasted)).toEqual({ addresses: [address, 'https://gateway.example'] });
  });

  it.each([
    ['f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'addressIsKey'],
    ['https://f81d4fae-7dec-11d0-a765-00a0c91e6bf6.open-api.magicline.com', 'addressIsKey'],
    ['', 'addressEmpty'],
    ['   ', 'addressEmpty'],
    ['https://', 'addressMalformed'],
    ['https://exa mple:port', 'addressMalformed'],
    ['http://studio.example', 'addressNotHttps'],
    ['http://127.0.0.1.evil.example', 'addressNotHttps'],
    ['ftp://studio.example', 'addressNotHttps'],
    ['file:///etc/passwd', 'addressNotHttps'],
    ['https://studio.example@evil.example', 'addressHasLogin'],
  ])('%j is refused as %s', (pasted, fault) => {
    expect(parseAddress(pasted)).toEqual({ fault });
  });
});

describe('a key', () => {
  it('loses surrounding spaces', () => {
    expect(parseKey('  abc-123\t\n')).toEqual({ key: 'abc-123' });
    expect(parseKey('x'.repeat(maxKeyBytes))).toHaveProperty('key');
  });

  it.each([
    ['  ', 'keyEmpty'],
    ['abc\r\nX-Evil: 1', 'keyLineBreak'],
    ['abc\0def', 'keyNul'],
    ['абв', 'keyNotLatin1'],
    ['key🔑', 'keyNotLatin1'],
    ['x'.repeat(maxKeyBytes + 1), 'keyTooLong'],
    ['ü'.repeat(maxKeyBytes / 2 + 1), 'keyTooLong'],
  ])('%j is refused as %s', (pasted, fault) => {
    expect(parseKey(pasted)).toEqual({ fault });
  });
});
