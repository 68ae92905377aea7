import { afterEach, expect, it } from 'vitest';
import { dropKey, reg } from '../../scripts/windows/windows-tools';
import { hasProgram } from './phone-links';

const scheme = 'callto';
// Of the machine: Wine shows no class of the user in HKEY_CLASSES_ROOT, as Windows does.
const classes = `HKLM\\Software\\Classes\\${scheme}`;
afterEach(() => dropKey(classes));

it.each([
  ['REG_SZ', '"C:\\Telefonie für Köln\\phone.exe" "%1"', true],
  ['REG_EXPAND_SZ', '"%ProgramFiles%\\phone.exe" "%1"', true],
  ['REG_SZ', '', false],
])('a scheme has a program when it has a command: %s %j', async (type, command, has) => {
  await reg('add', `${classes}\\shell\\open\\command`, '/ve', '/t', type, '/d', command, '/f');
  expect(await hasProgram(scheme)).toBe(has);
});

it('a scheme without a key has none', async () => {
  expect(await hasProgram(scheme)).toBe(false);
});
