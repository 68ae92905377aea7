import type { MenuItemConstructorOptions, Task } from 'electron';
import { expect, it } from 'vitest';
import { parseCommandLine } from '../command-line';
import { dialogMessages } from '../dialog-messages';
import { refusedArguments } from '../launch-check';
import { newCallShortcuts } from './new-call-shortcut';

/** A desktop that keeps what it is given. */
function desktop(platform: NodeJS.Platform) {
  const given = { tasks: [] as Task[], dock: [] as MenuItemConstructorOptions[], calls: 0 };
  newCallShortcuts[platform]?.(dialogMessages('de').menu, {
    setUserTasks: (tasks) => given.tasks.push(...tasks),
    setDockMenu: (items) => given.dock.push(...items),
    program: 'C:\\Users\\Jörg\\Ringside.exe',
    newCall() {
      given.calls += 1;
    },
  });
  return given;
}

it('Windows has the task in the jump list, and a package accepts what it starts', () => {
  const { tasks, dock } = desktop('win32');
  expect(tasks).toMatchObject([
    { title: 'Neuer Anruf', program: 'C:\\Users\\Jörg\\Ringside.exe', arguments: '--new-call' },
  ]);
  expect(dock).toEqual([]);
  const args = tasks.map((task) => task.arguments);
  expect(parseCommandLine(args).newCall).toBe(true);
  expect(refusedArguments({ args, variables: [], platform: 'win32' }, false)).toEqual([]);
});

it('a Mac has it in the Dock, where it starts a call', () => {
  const given = desktop('darwin');
  expect(given.tasks).toEqual([]);
  expect(given.dock.map(({ label }) => label)).toEqual(['Neuer Anruf']);
  (given.dock[0]?.click as (() => void) | undefined)?.();
  expect(given.calls).toBe(1);
});

it('Linux has it in the launcher of the packages, so the program adds nothing', () => {
  expect(desktop('linux')).toEqual({ tasks: [], dock: [], calls: 0 });
});
