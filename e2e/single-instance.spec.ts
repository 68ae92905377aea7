import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { munich, test } from './fixtures';
import { runToExit } from './launch';

test('--customer looks up its text', async ({ launch }) => {
  const args = ['--demo', '--lang=en-GB', '--customer=1-12345', `--studio=${munich.id}`];
  const { desk } = await launch(args);
  await expect(desk.box).toHaveValue('1-12345');
  await expect(desk.money('Balance')).toContainText('89.70');
});

test('a second start focuses the first and passes its customer on', async ({ demo, home, display }) => {
  await expect(demo.desk.box).toBeVisible();
  await demo.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect((await runToExit(['--demo', '--customer=1001'], { home, display })).code).toBe(0);
  await expect(demo.desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
  // The X server reports the restored window later.
  const minimized = () =>
    demo.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
    );
  await expect.poll(minimized).toEqual([false]);
});

test('--screenshot writes a picture of the settled window and quits', async ({ home, display }) => {
  const file = join(home, 'picture.png');
  const args = ['--demo', '--customer=1001', '--size=1280x720', `--screenshot=${file}`];
  expect((await runToExit(args, { home, display })).code).toBe(0);
  const png = await readFile(file);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 720]);
});
