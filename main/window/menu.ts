import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { RequestedAction } from '../../preload/contract/calls';
import type { DialogMessages } from '../dialog-messages';

/** Runs an action of the desk. */
export type Choose = (action: RequestedAction) => void;

type MenuWords = DialogMessages['menu'];

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * Menu of each platform that has one. macOS has a menu bar for every program, and its clipboard shortcuts need the Edit menu; the
 * roles bring the system's keys (Cmd+W, Cmd+Q, Cmd+H, Cmd+M), and Electron knows only English names for them. Other platforms
 * have no menu, so that no accelerator takes a key from the page; `renderer/platform-keys.ts` has their keys.
 */
export const menus: Partial<
  Record<NodeJS.Platform, (words: MenuWords, choose: Choose) => MenuItemConstructorOptions[]>
> = {
  darwin: (words, choose) => [
    {
      // macOS ignores this label and shows the program's name.
      label: 'Ringside',
      submenu: [
        { role: 'about', label: words.about },
        separator,
        { label: words.settings, accelerator: 'Command+,', click: () => choose('settings') },
        separator,
        { role: 'services', label: words.services },
        separator,
        { role: 'hide', label: words.hide },
        { role: 'hideOthers', label: words.hideOthers },
        { role: 'unhide', label: words.showAll },
        separator,
        { role: 'quit', label: words.quit },
      ],
    },
    {
      role: 'fileMenu',
      label: words.file,
      submenu: [
        { label: words.newCall, accelerator: 'Shift+Command+X', click: () => choose('newCall') },
        separator,
        { role: 'close', label: words.close },
      ],
    },
    {
      role: 'editMenu',
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        separator,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    { role: 'viewMenu', label: words.view, submenu: [{ role: 'togglefullscreen', label: words.fullScreen }] },
    {
      role: 'windowMenu',
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'zoom', label: words.zoom },
        separator,
        { role: 'front', label: words.bringToFront },
      ],
    },
    { role: 'help', label: words.help, submenu: [{ label: words.keys, click: () => choose('keys') }] },
  ],
};

/**
 * Removes Electron's own menu, which could reload the page, before the window opens. On a Mac {@link installMenu} follows when
 * the language is known.
 */
export function removeMenu(): void {
  Menu.setApplicationMenu(null);
}

/** Installs the menu of this platform, in the language of the words. */
export function installMenu(platform: NodeJS.Platform, words: MenuWords, choose: Choose): void {
  const template = menus[platform]?.(words, choose);
  if (template) Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
