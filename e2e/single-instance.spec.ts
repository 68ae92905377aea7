import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { runToExit } from './launch';
import { demoArgs, munich } from './saved-studios';

test('--customer looks up its text', async ({ launch }) => {
  const args = ['--demo', '--lang=en-GB', '--customer=1-12345', `--studio=${munich.id}`];
  const { desk } = await launch(args);
  await expect(desk.box).toHaveValue('1-12345');
  await expect(desk.money('Balance')).toContainText('89.70');
});

test('a second start focuses the first and passes its customer on', async ({
  warm: { app, desk, home },
  display,
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect((await runToExit(['--demo', '--customer=1001'], { home, display })).code).toBe(0);
  await expect(desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
  // The X server reports the restored window later.
  const minimized = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()));
  await expect.poll(minimized).toEqual([false]);
});

test('a second start while the first is still starting passes its customer on', async ({ launch, home }) => {
  const script = join(home, 'second-start.cjs');
  // Main has opened no window yet.
  await writeFile(
    script,
    `const { app } = require('electron');
app.whenReady().then(() => app.emit('second-instance', {}, [], '', { lookup: { text: '1001' } }));
`,
  );
  const { desk } = await launch(demoArgs, {}, [script]);
  await expect(desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
});

test('--version prints the version of package.json, without a window', async ({ home }) => {
  const { version } = JSON.parse(await readFile(join(__dirname, '..', 'package.json'), 'utf8'));
  // A display that does not exist: a window would fail.
  const { code, output } = await runToExit(['--version'], { home, display: ':no-display' });
  expect({ code, output }).toEqual({ code: 0, output: `Ringside ${version}\n` });
});

test('--screenshot writes a picture of the settled window and quits', async ({ home, display }) => {
  const file = join(home, 'picture.png');
  const args = ['--demo', '--customer=1001', '--size=1280x720', `--screenshot=${file}`];
  expect((await runToExit(args, { home, display })).code).toBe(0);
  const png = await readFile(file);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 720]);
});

test('--new-call ends the call in a running Ringside and brings its window to the front', async ({
  warm: { app, desk, home },
  display,
}) => {
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect((await runToExit(['--new-call'], { home, display })).code).toBe(0);
  await expect(desk.customer).toBeHidden();
  await expect(desk.box).toHaveValue('');
  await expect(desk.box).toBeFocused();
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  expect(await app.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull();
});

test('--new-call works while the account loads and over a dialog, and a link cannot request it', async ({
  warm: { page, desk, home },
  display,
}) => {
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  for (const link of ['ringside://new-call', 'ringside://call?--new-call', '--new-call'])
    expect((await runToExit(['--', link], { home, display })).code).toBe(0);
  await expect(desk.money('Balance')).toContainText('89.70');
  // An account that answers after four seconds.
  await desk.find('9601');
  await expect(desk.customer).toContainText('Slow');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect((await runToExit(['--new-call'], { home, display })).code).toBe(0);
  await expect(desk.customer).toBeHidden();
  await expect(desk.box).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('--new-call starts an empty desk, and leaves the connect screen as it is', async ({
  launch,
  home,
  display,
  secrets,
}) => {
  const { page } = await launch(['--lang=en-GB', '--new-call'], secrets.env);
  await page.getByRole('textbox', { name: 'API address' }).fill('https://studio.example');
  expect((await runToExit(['--new-call'], { home, display })).code).toBe(0);
  await expect(page.getByRole('textbox', { name: 'API address' })).toHaveValue('https://studio.example');
});
