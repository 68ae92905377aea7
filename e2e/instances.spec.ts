import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';

const root = resolve(__dirname, '..');

/** Starts Ringside without Playwright, as a shortcut would, and waits for its end. */
async function startToEnd(args: string[], env: Record<string, string>): Promise<number | null> {
  const sandbox = process.env.RINGSIDE_NO_SANDBOX ? ['--no-sandbox'] : [];
  const child = spawn(process.env.RINGSIDE_ELECTRON ?? '', [root, ...sandbox, ...args], {
    env: { ...process.env, ...env },
  });
  child.stdout.resume();
  child.stderr.resume();
  // Closed, and not only ended: then none of its processes writes to the home any more.
  const [code] = await once(child, 'close');
  return code;
}

test('--customer looks its text up at once', async ({ launch }) => {
  const { desk } = await launch(['--demo', '--lang=en-GB', '--customer=1-12345']);
  await expect(desk.box).toHaveValue('1-12345');
  await expect(desk.money('Balance')).toContainText('89.70');
});

test('a second start focuses the first and hands its customer over', async ({ demo, home, display }) => {
  await expect(demo.desk.box).toBeVisible();
  await demo.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const env = { HOME: home, XDG_CONFIG_HOME: home, DISPLAY: display };
  expect(await startToEnd(['--demo', '--customer=1001'], env)).toBe(0);
  await expect(demo.desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
  const windows = await demo.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
  );
  expect(windows).toEqual([false]);
});

test('--screenshot writes a picture of the settled window and ends', async ({ home, display }) => {
  const file = join(home, 'picture.png');
  const env = { HOME: home, XDG_CONFIG_HOME: home, DISPLAY: display };
  const args = ['--demo', '--customer=1001', '--size=1280x720', `--screenshot=${file}`];
  expect(await startToEnd(args, env)).toBe(0);
  const png = await readFile(file);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 720]);
});
