import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, it, vi } from 'vitest';
import { lockSessions, showNoCertificate } from './lockdown';

it('no certificate of the user is shown to a server that asks for one', () => {
  const app = new EventEmitter();
  showNoCertificate(app as unknown as App);
  const event = { preventDefault: vi.fn() };
  const choose = vi.fn();
  // As Electron 44 emits it for a request of main, which belongs to no page.
  app.emit(
    'select-client-certificate',
    event,
    null,
    'https://studio.example/',
    [{ subjectName: 'agent' }],
    choose,
  );
  // Without this, Electron would choose the first one itself.
  expect(event.preventDefault).toHaveBeenCalledOnce();
  expect(choose.mock.calls).toEqual([[]]);
});

it('every session refuses permissions, devices, downloads and spelling dictionaries as soon as it exists', () => {
  const app = new EventEmitter();
  lockSessions(app as unknown as App);
  const session = Object.assign(new EventEmitter(), {
    setSpellCheckerLanguages: vi.fn(),
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  });
  app.emit('session-created', session);
  expect(session.setSpellCheckerLanguages.mock.calls).toEqual([[[]]]);
  const decide = vi.fn();
  session.setPermissionRequestHandler.mock.calls[0]?.[0](null, 'geolocation', decide);
  expect(decide.mock.calls).toEqual([[false]]);
  expect(session.setPermissionCheckHandler.mock.calls[0]?.[0](null, 'hid')).toBe(false);
  expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]({})).toBe(false);
  const download = { preventDefault: vi.fn() };
  session.emit('will-download', download);
  expect(download.preventDefault).toHaveBeenCalledOnce();
});
