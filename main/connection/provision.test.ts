import { expect, it } from 'vitest';
import { isTable, parseCredentials, problemText, rowLine, studioLines } from './provision';

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

it.each([
  ['https://a.example\nkey\n', undefined, false],
  ['key\n', 'https://a.example', false],
  ['Munich;key;https://a.example\n', undefined, true],
  ['key-of-one\nkey-of-two\n', 'https://a.example', true],
  ['https://a.example\nkey\nanother\n', undefined, true],
])('%j with a policy for %s is a table: %s', (input, policy, expected) => {
  expect(isTable(input, policy)).toBe(expected);
});

it('prints one line for a row and for a studio, without a key', () => {
  expect(rowLine({ line: 2, name: 'Munich', address: 'https://a.example', state: 'added' })).toBe(
    'Line 2: added https://a.example Munich\n',
  );
  expect(rowLine({ line: 3, state: 'failed', problem: { kind: 'unauthorized' } })).toBe(
    'Line 3: not connected: unauthorized\n',
  );
  const key = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
  expect(rowLine({ line: 3, name: `Munich\n${key}`, state: 'brandNeeded' })).toBe(
    'Line 3: not connected: brandNeeded (choose the brand of the tenants: --brand=magicline.com) Munich [removed]\n',
  );
  expect(rowLine({ line: 4, state: 'invalid', fault: 'keyEmpty' })).toBe('Line 4: not connected: keyEmpty\n');
  const studio = { ref: 'https://a.example#1', address: 'https://a.example', id: '1', name: 'Munich' };
  expect(studioLines([{ ...studio, key: 'keyMissing' }])).toBe('https://a.example\t1\tMunich\tkeyMissing\n');
});
