import { expect, it } from 'vitest';
import { takeProxyRows } from './proxy-rows';

const credentials = { proxy: 'proxy.example:8080', name: 'office\\agent', password: 'pass:wörd' };
const key = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';

it.each([
  'proxy proxy.example:8080;office\\agent;pass:wörd',
  '\ufeffproxy Proxy.Example:8080,office\\agent,pass:wörd\r\n',
  'PROXY proxy.example:8080\toffice\\agent\tpass:wörd',
  '"proxy proxy.example:8080";"office\\agent";"pass:wörd";;',
])('reads the credentials of a proxy from %j', (input) => {
  expect(takeProxyRows(input)).toEqual({
    proxies: [{ line: 1, credentials }],
    rest: '',
    numbers: [],
  });
});

it.each([
  ['proxy h:1;anna; a,b "c ', ' a,b "c '],
  ['proxy h:1,anna,"a,b;c ""d"""', 'a,b;c "d"'],
])('reads a password with separators and spaces as it is, from %j', (input, password) => {
  expect(takeProxyRows(input).proxies[0]?.credentials).toEqual({ proxy: 'h:1', name: 'anna', password });
});

it('leaves the other rows, with their line numbers', () => {
  const input = `Studio;Key\n\nproxy h:1;anna;x\nMunich;${key}\nproxy h:2;ben;y\nUlm;${key}\n`;
  const { proxies, rest, numbers } = takeProxyRows(input);
  expect(proxies.map(({ line, credentials }) => [line, credentials?.proxy])).toEqual([
    [2, 'h:1'],
    [4, 'h:2'],
  ]);
  expect(rest).toBe(`Studio;Key\nMunich;${key}\nUlm;${key}`);
  expect(numbers).toEqual([1, 3, 5]);
});

it('leaves an input without proxies unchanged', () => {
  const input = `Proxy Fitness;${key};https://a.example\n\nProxy;${key};https://a.example\n`;
  expect(takeProxyRows(input)).toMatchObject({ proxies: [], rest: input });
});

it.each([
  'proxy proxy.example;anna;secret',
  'proxy proxy.example:8080',
  'proxy proxy.example:8080;anna',
  'proxy proxy.example:8080;anna;secret;more',
])('does not read %j as a studio, whose cells would be printed', (input) => {
  expect(takeProxyRows(input)).toEqual({ proxies: [{ line: 1 }], rest: '', numbers: [] });
});
