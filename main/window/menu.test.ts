import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { RequestedAction } from '../../preload/contract/calls';
import { dialogMessages } from '../dialog-messages';
import { menus } from './menu';

/** The items of a menu and of its menus, without the lines between them. */
function itemsOf(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items
    .flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
    .filter(({ type }) => type !== 'separator');
}

const chosen: RequestedAction[] = [];
const mac = (language: 'en' | 'de') =>
  menus.darwin?.(dialogMessages(language).menu, (action) => chosen.push(action)) ?? [];

it('Windows and Linux have no menu, whose keys the page would not get', () => {
  expect([menus.win32, menus.linux]).toEqual([undefined, undefined]);
});

describe('the menu of a Mac', () => {
  it('has the menus that a person expects, in both languages', () => {
    expect(mac('en').map(({ label }) => label)).toEqual([
      'Ringside',
      'File',
      'Edit',
      'View',
      'Window',
      'Help',
    ]);
    expect(mac('de').map(({ label }) => label)).toEqual([
      'Ringside',
      'Ablage',
      'Bearbeiten',
      'Darstellung',
      'Fenster',
      'Hilfe',
    ]);
  });

  it.each([
    ['closes, hides, minimizes and quits', ['close', 'hide', 'hideOthers', 'unhide', 'minimize', 'quit']],
    ['edits', ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']],
    [
      'is told about, arranged and shown over the whole screen',
      ['about', 'services', 'front', 'zoom', 'togglefullscreen'],
    ],
    ['is found by the system', ['help', 'windowMenu', 'editMenu', 'viewMenu', 'fileMenu']],
  ])('%s by the standard roles', (_what, roles) => {
    expect(itemsOf(mac('en')).map(({ role }) => role)).toEqual(expect.arrayContaining(roles));
  });

  it('can neither reload the page nor open developer tools', () => {
    const roles = itemsOf(mac('en')).map(({ role }) => role);
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'resetZoom'])
      expect(roles).not.toContain(role);
  });

  it('has a label for each item, of its own in each language', () => {
    const [english, german] = [itemsOf(mac('en')), itemsOf(mac('de'))].map((items) =>
      items.map(({ label }) => label),
    );
    expect(english?.every(Boolean)).toBe(true);
    expect(german?.filter((label, at) => label === english?.[at])).toEqual(['Ringside']);
  });

  it('runs the actions of the desk', () => {
    for (const { click } of itemsOf(mac('en'))) (click as (() => void) | undefined)?.();
    expect(chosen).toEqual(['settings', 'newCall', 'keys']);
  });
});
