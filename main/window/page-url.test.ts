import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { fileFor, isPageUrl } from './page-url';

const folder = resolve('out/renderer');

it('returns the files of the page', () => {
  expect(fileFor('app://ringside/index.html', folder)).toBe(join(folder, 'index.html'));
  expect(fileFor('app://ringside/assets/a%20b.js?x#y', folder)).toBe(join(folder, 'assets', 'a b.js'));
});

it.each([
  'app://ringside/..%2f..%2fpackage.json',
  'app://ringside/%2e%2e/%2e%2e/etc/passwd',
  'app://ringside/assets/..%5c..%5cpackage.json',
  'app://ringside/a%00.html',
  'app://ringside/%E0%A4%A',
  'app://ringside/',
  'app://other/index.html',
  'app://ringside.evil.example/index.html',
  'https://ringside/index.html',
  'file:///etc/passwd',
  'nonsense',
])('serves nothing for %s', (url) => {
  const file = fileFor(url, folder);
  // The URL parser resolves this "..", so that the path stays inside and names a missing file.
  expect(file === undefined || file.startsWith(join(folder, '/'))).toBe(true);
});

it('refuses any other scheme or host', () => {
  expect(isPageUrl('app://ringside/index.html')).toBe(true);
  for (const url of ['app://ringside2/', 'https://ringside/', 'data:text/html,x', ''])
    expect(isPageUrl(url)).toBe(false);
});
