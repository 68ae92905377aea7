import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * macOS needs an Edit menu for its clipboard keys to work; elsewhere there is none, so that no accelerator of a menu
 * takes a key from the page.
 */
export function installMenu(platform: NodeJS.Platform): void {
  const mac: MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(mac) : null);
}
