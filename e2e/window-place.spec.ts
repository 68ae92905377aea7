import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { test } from './fixtures';
import { demoArgs } from './saved-studios';

const file = (home: string) => join(home, 'Ringside', 'window.json');

const boundsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

const setBounds = (app: ElectronApplication, bounds: Electron.Rectangle) =>
  app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);

test('a window opens where it was closed, and a size that was asked for is not kept', async ({ launch }) => {
  const bounds = { x: 310, y: 170, width: 1111, height: 777 };
  const first = await launch(demoArgs);
  await setBounds(first.app, bounds);
  await expect.poll(() => boundsOf(first.app)).toEqual(bounds);
  await first.end();

  const sized = await launch([...demoArgs, '--size=1000x650']);
  expect(await sized.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1000, 650]);
  await setBounds(sized.app, { x: 0, y: 0, width: 1200, height: 700 });
  await expect.poll(() => boundsOf(sized.app)).toMatchObject({ width: 1200 });
  await sized.end();

  const second = await launch(demoArgs);
  expect(await boundsOf(second.app)).toEqual(bounds);
  expect(await second.page.evaluate(() => innerWidth)).toBe(bounds.width);
});

test('a window that was on a display which is gone opens on this one, and so does one after nonsense', async ({
  launch,
  home,
}) => {
  const first = await launch(demoArgs);
  await first.end();
  const { places } = JSON.parse(await readFile(file(home), 'utf8'));
  const far = { ...places[0], x: 7_000, y: -5_000, width: 9_000, height: 800 };
  for (const text of [
    JSON.stringify({ places: [{ ...far, display: 12345 }] }),
    JSON.stringify({ places: [far] }),
    '{"places":[{"x":"',
  ]) {
    await writeFile(file(home), text);
    const { app, end } = await launch(demoArgs);
    const outside = await app.evaluate(({ BrowserWindow, screen }) => {
      const bounds = BrowserWindow.getAllWindows()[0]?.getBounds();
      const { workArea } = screen.getPrimaryDisplay();
      return (
        !bounds ||
        bounds.x < workArea.x ||
        bounds.y < workArea.y ||
        bounds.x + bounds.width > workArea.x + workArea.width ||
        bounds.y + bounds.height > workArea.y + workArea.height
      );
    });
    expect(outside, text).toBe(false);
    await end();
  }
});
