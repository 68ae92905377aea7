import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, it } from 'vitest';
import { DeskWindow } from './desk-window';

it('answers no call of a page that is being replaced', () => {
  const mainFrame = {};
  const contents = Object.assign(new EventEmitter(), { mainFrame, reload: () => undefined });
  const window = { webContents: contents, isDestroyed: () => false };
  const desk = new DeskWindow(window as unknown as BrowserWindow);
  expect(desk.topFrame).toBe(mainFrame);
  desk.reload();
  expect(desk.topFrame).toBeNull();
  contents.emit('did-navigate');
  expect(desk.topFrame).toBe(mainFrame);
});
