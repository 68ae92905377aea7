import { expect, it } from 'vitest';
import { parseCredentials, problemText } from './provision';

it.each([
  ['https://a.example\nkey\n', undefined, { address: 'https://a.example', key: 'key' }],
  ['\ufeff https://a.example \r\n\r\n key \r\n', undefined, { address: 'https://a.example', key: 'key' }],
  ['key\n', 'https://a.example', { address: 'https://a.example', key: 'key' }],
  ['https://b.example\nkey', 'https://a.example', { address: 'https://b.example', key: 'key' }],
  ['key\n', undefined, { address: 'key', key: '' }],
  ['', undefined, { address: '', key: '' }],
])('%j with a policy for %s', (input, policy, expected) => {
  expect(parseCredentials(input, policy)).toEqual(expected);
});

it('describes a problem for a log', () => {
  expect(problemText({ kind: 'invalidInput', inputFault: 'keyEmpty', detail: 'CANARY' })).toBe(
    'invalidInput (keyEmpty)',
  );
  expect(problemText({ kind: 'unreachable', detail: 'net::ERR_CONNECTION_REFUSED' })).toBe(
    'unreachable (net::ERR_CONNECTION_REFUSED)',
  );
  expect(problemText({ kind: 'keychainLocked' })).toBe('keychainLocked');
});
