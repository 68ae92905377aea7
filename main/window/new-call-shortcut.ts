import { app, Menu, type MenuItemConstructorOptions, type Task } from 'electron';
import type { DialogMessages } from '../dialog-messages';
import { newCallSwitch } from './screen-pop';

/** The parts of Electron's `app` that are used. */
export interface ShortcutSystem {
  setUserTasks: (tasks: Task[]) => unknown;
  /** Sets the menu of the icon in the Dock. */
  setDockMenu: (items: MenuItemConstructorOptions[]) => void;
  /** Path of Ringside's executable. */
  program: string;
  /** Starts a new call in this Ringside. */
  newCall: () => void;
}

/**
 * "New call" in the menu of the program's icon: the jump list of the taskbar and the menu in the Dock. On Linux the launcher's
 * file has it, because a program cannot add it while it runs (`electron-builder.yml`).
 */
export const newCallShortcuts: Partial<
  Record<NodeJS.Platform, (words: DialogMessages['menu'], system: ShortcutSystem) => void>
> = {
  win32: ({ newCall, newCallDescription }, { setUserTasks, program }) =>
    setUserTasks([
      {
        program,
        arguments: newCallSwitch,
        title: newCall,
        description: newCallDescription,
        iconPath: program,
        iconIndex: 0,
      },
    ]),
  darwin: ({ newCall }, system) => system.setDockMenu([{ label: newCall, click: system.newCall }]),
};

/** Offers "New call" in the menu of the program's icon, in the language of the words. */
export function offerNewCall(words: DialogMessages['menu'], newCall: () => void): void {
  newCallShortcuts[process.platform]?.(words, {
    newCall,
    setUserTasks: (tasks) => app.setUserTasks(tasks),
    setDockMenu: (items) => app.dock?.setMenu(Menu.buildFromTemplate(items)),
    program: process.execPath,
  });
}
