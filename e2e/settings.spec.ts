import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { withoutIds } from './without-ids';

test('language, colours, density and size change immediately and are kept', async ({
  demo,
  launch,
  home,
}) => {
  const { app, page, desk } = demo;
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  // The settings do not begin with the key: a letter typed in a hurry must not get into it.
  await expect(settings.getByRole('button', { name: 'Back to the console' })).toBeFocused();
  await settings.getByLabel('Colours').selectOption({ label: 'Dark' });
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await settings.getByLabel('Density').selectOption({ label: 'Compact' });
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await settings.getByLabel('Size').selectOption({ label: '125%' });
  const zoom = () => app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getZoomFactor());
  await expect.poll(zoom).toBe(1.25);
  await settings.getByLabel('Language').selectOption({ label: 'Deutsch' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Saldo' })).toContainText(/−89,70\s€/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de-DE');
  const saved = () => readFile(join(home, 'Ringside', 'settings.json'), 'utf8').catch(() => '');
  await expect.poll(saved).toContain('"language": "de"');
  await demo.end();

  const again = await launch(['--demo', '--lang=en-GB']);
  await expect(again.page.getByRole('searchbox', { name: 'Kunden finden' })).toBeVisible();
  await expect(again.page.locator('html')).toHaveAttribute('data-density', 'compact');
  const factor = () =>
    again.app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getZoomFactor());
  await expect.poll(factor).toBe(1.25);
  await again.page.keyboard.press('ControlOrMeta+0');
  await expect.poll(factor).toBe(1);
  for (const key of ['ControlOrMeta++', 'ControlOrMeta+=', 'ControlOrMeta+-'])
    await again.page.keyboard.press(key);
  await expect.poll(factor).toBe(1.1);
});

test('a value set by policy is shown locked with the reason', async ({ openWithPolicy, home }) => {
  const { page, desk } = await openWithPolicy({
    language: 'en',
    idleMinutes: 3,
    contentProtection: true,
    nonsense: 1,
  });
  await expect(desk.box).toBeFocused();
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const idle = settings.getByLabel('Clear the desk when idle for');
  await expect(idle).toBeDisabled();
  await expect(idle.locator('option:checked')).toHaveText('3 minutes');
  await expect(idle).toHaveAccessibleDescription('Set by your administrator');
  await expect(settings.getByLabel('Hide from screen capture')).toBeDisabled();
  await expect(settings.getByLabel('Hide from screen capture')).toBeChecked();
  await expect(settings.getByLabel('Colours')).toBeEnabled();
  // A hostile page cannot change it either.
  await page.evaluate(() => window.ringside.settings.change({ idleMinutes: 0, theme: 'dark' }));
  const kept = JSON.parse(await readFile(join(home, 'Ringside', 'settings.json'), 'utf8'));
  expect(kept).toMatchObject({ theme: 'dark' });
  expect(kept).not.toHaveProperty('idleMinutes');
  const log = await readFile(join(home, 'Ringside', 'logs', 'ringside.log'), 'utf8');
  expect(log).toContain('"event":"policy-refused","names":"nonsense"');
});

test('content protection is requested as soon as it is switched on', async ({
  warm: { app, page, desk },
}) => {
  await expect(desk.box).toBeFocused();
  // Linux has no content protection, so the test checks only that it is requested.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window)
      window.setContentProtection = (wanted) =>
        void Object.assign(process.env, { PROTECTED: String(wanted) });
  });
  const wanted = () => app.evaluate(() => process.env.PROTECTED);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByLabel('Hide from screen capture').check();
  await expect.poll(wanted).toBe('true');
  await page.getByLabel('Hide from screen capture').uncheck();
  await expect.poll(wanted).toBe('false');
});

test('about shows versions, log and licences, and copies them for a ticket', async ({
  warm: { app, page, desk, home },
}) => {
  await desk.find('9500');
  await expect(desk.diagnostics).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toContainText(/Electron\s*\d+\.\d+/);
  await expect(settings).toContainText(join(home, 'Ringside', 'logs'));
  await settings.getByText('Licences', { exact: true }).click();
  for (const name of ['preact', 'zustand', 'zod', 'keytar', 'electron-log'])
    await expect(settings.getByText(new RegExp(`^${name} \\d`))).toBeVisible();
  await settings.getByText(/^zod \d/).click();
  await expect(settings).toContainText('Permission is hereby granted, free of charge');

  await settings.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(settings.getByText('Copied', { exact: true })).toBeVisible();
  const copied = await desk.clipboard();
  expect(copied).toMatch(/- Electron: \d/);
  expect(copied).toMatch(/balances \| 500/);
  expect(withoutIds(copied)).not.toMatch(/9500|Bullock|customers\/9/);

  // The test checks that the file manager is asked for the right folder.
  await app.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      process.env.OPENED = path;
      return '';
    };
  });
  await settings.getByRole('button', { name: 'Open the log folder' }).click();
  await expect.poll(() => app.evaluate(() => process.env.OPENED)).toBe(join(home, 'Ringside', 'logs'));
});

test('the API is requested in the language of the desk from the moment it is chosen', async ({
  launch,
  secrets,
}) => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    if (request.method !== 'HEAD') asked.push(request.headers['accept-language']);
    if (request.url === '/v1/studios/information')
      return response.end(JSON.stringify({ studioId: 1, name: 'Munich' }));
    response.writeHead(request.method === 'HEAD' ? (request.headers['x-api-key'] ? 200 : 401) : 404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { page, desk } = await launch(['--lang=en-GB'], secrets.env);
  await desk.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'k');
  await desk.find('id:1');
  await expect(page.getByRole('heading', { name: /No customer found/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByLabel('Language').selectOption({ label: 'Deutsch' });
  await expect(page.getByLabel('Sprache')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('search').getByRole('searchbox').fill('id:2');
  await page.getByRole('search').getByRole('searchbox').press('Enter');
  // The result of the first search is shown in German until the second answer is there.
  await expect.poll(() => [...new Set(asked)]).toEqual(['en', 'de']);
  server.closeAllConnections();
  server.close();
});
