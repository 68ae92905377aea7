import { expect, it } from 'vitest';
import { isSandboxMissing, showErrorOfDesktop } from './sandbox-refusal';

const appImage = { APPDIR: '/tmp/.mount_Ringside' };

it.each([
  ['the AppImage adds the switch', ['--no-sandbox'], appImage, true],
  ['somebody else does', ['--no-sandbox'], {}, false],
  ['it is not alone', ['--no-sandbox', '--inspect'], appImage, false],
  ['it is another one', ['--inspect'], appImage, false],
  ['nothing is refused', [], appImage, false],
])('the sandbox is missing when the AppImage alone says so: %s', (_, refused, env, expected) => {
  expect(isSandboxMissing(refused, env)).toBe(expected);
});

it.each([
  [
    'GNOME',
    ['/usr/bin/zenity', '/usr/bin/kdialog'],
    [['/usr/bin/zenity', ['--error', '--no-markup', '--title=No', '--text=Why']]],
  ],
  ['KDE', ['/usr/bin/kdialog'], [['/usr/bin/kdialog', ['--title', 'No', '--error', 'Why']]]],
  ['neither', [], []],
])('an error is shown by the program of the desktop: %s', (_, programs, expected) => {
  const shown: unknown[] = [];
  showErrorOfDesktop(
    'No',
    'Why',
    (file) => programs.includes(file),
    (program, args) => shown.push([program, args]),
  );
  expect(shown).toEqual(expected);
});
