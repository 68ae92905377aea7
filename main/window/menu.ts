import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Installs an Edit menu on macOS, whose clipboard shortcuts need one. Other platforms have no menu, so that no
 * accelerator takes a key from the page.
 */
export function installMenu(platform: NodeJS.Platform): void {
  const mac: MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(mac) : null);
}
