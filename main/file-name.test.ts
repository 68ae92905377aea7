import { expect, it } from 'vitest';
import { fileNameFault } from './file-name';

it.each([
  'NUL',
  'con',
  'C:\\index\\COM1',
  'LPT9.txt',
  'com¹',
  'nul.tar.gz',
  'aux .txt',
  'CONIN$',
  'D:\\PRN\\phone-index',
  '\\\\.\\COM7',
  '//./NUL',
  '\\\\?\\C:\\long\\index',
  '\\\\?\\UNC\\server\\share\\index',
  '//?/GLOBALROOT/Device/Null',
  'index.',
  'index ',
  'C:\\folder.\\index',
  'index:stream',
  'C:\\a\\index?',
  'C:\\a\\<index>',
  'C:\\a\\',
  'a\tb',
])('on Windows, %j is no name of a file', (path) => {
  expect(fileNameFault(path, 'win32')).toMatch(/Windows|no name/);
});

it.each([
  'phone-index',
  'C:\\Users\\Jörg Müller\\AppData\\Local\\index.bin',
  '\\\\server\\Freigabe\\Büro\\index',
  '..\\index',
  'D:/a/./index',
  'console',
  'nullable.txt',
  'COM10',
  'communication',
  '.hidden',
  'a..b',
])('on Windows, %j is one', (path) => {
  expect(fileNameFault(path, 'win32')).toBeUndefined();
});

it('elsewhere, these names are ordinary', () => {
  for (const path of ['/srv/NUL', 'index.', 'a:b', 'x?'])
    expect([fileNameFault(path, 'linux'), fileNameFault(path, 'darwin')]).toEqual([undefined, undefined]);
  expect(fileNameFault('/', 'linux')).toBe('no name of a file');
});
