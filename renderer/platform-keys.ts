import type { AppStart } from '../preload/contract/calls';
import type { Action, Chord } from './actions';

/**
 * Further keys of an action, where a platform has a convention. Ringside has no menu bar on Windows and Linux; what F10 opens
 * elsewhere, the list of all commands, is the palette. Ctrl+F4 closes a document, which is the call here. Keys that are not in the
 * table of shortcuts stay with the system, such as Alt+F4 and Shift+F10, and those of the menu on a Mac (`main/window/menu.ts`).
 */
export const platformKeys: Record<AppStart['platform'], Partial<Record<Action, Chord>>> = {
  windows: {
    palette: { keys: ['F10'], shift: false },
    newCall: { keys: ['F4'], ctrl: true, shift: false },
  },
  linux: {
    palette: { keys: ['F10'], shift: false },
    newCall: { keys: ['F4'], ctrl: true, shift: false },
  },
  mac: {},
};
