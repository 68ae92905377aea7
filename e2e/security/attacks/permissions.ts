import type { Attack } from './attack';

const permission = {
  group: 'Permissions',
  control: 'Permission handlers deny everything',
  where: 'main/window/lockdown.ts',
};

/** Attacks that use a permission of the browser. */
export const permissionsAttacks = {
  permissionStates: { ...permission, attack: 'Query the permissions of the page', expected: 'all denied' },
  devices: {
    ...permission,
    attack: 'Use camera, screen, location, MIDI, USB, serial, HID, Bluetooth',
    expected: Array(8).fill('refused').join(', '),
  },
  readClipboard: {
    ...permission,
    attack: 'Read the clipboard',
    control: 'Permission handlers deny everything, execCommand may not paste',
    where: 'main/window/lockdown.ts, main/index.ts',
    expected: 'refused, nothing pasted',
  },
  writeClipboard: {
    ...permission,
    attack: 'Write the clipboard without main, which clears what it has written',
    expected: 'refused',
  },
  notify: { ...permission, attack: 'Show a notification', expected: 'denied, not shown' },
  takeTheScreen: {
    ...permission,
    attack: 'Switch to full screen or lock the pointer',
    expected: 'neither',
  },
  download: {
    ...permission,
    attack: 'Save customers to a file',
    control: 'will-download refuses',
    expected: 'customers.csv refused',
  },
} as const satisfies Record<string, Attack>;
