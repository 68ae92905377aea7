import { expect } from '@playwright/test';
import type { DemoServer } from '../main/demo/server';
import { test } from './fixtures';
import { type Warm, WarmDesks } from './warm-desk';
import { warmStudio } from './warm-kinds';

test('a warm desk is lent again as it was at first, and not at all when something is left on it', async ({
  display,
}) => {
  const desks = new WarmDesks(display);
  const pids: (number | undefined)[] = [];
  const lend = (
    work: (desk: Warm & { api: DemoServer }) => Promise<void>,
    hasPassed = true,
    timeout?: number,
  ) => desks.lend(warmStudio, work, () => hasPassed, timeout);
  try {
    // What an agent leaves is removed, and what a test replaces is set back.
    await lend(async ({ app, page, desk }) => {
      pids.push(app.process().pid);
      await desk.find('1001');
      await desk.money('Balance').getByRole('button').click();
      await page.evaluate(() =>
        window.ringside.settings.change({ theme: 'dark', zoom: 200, maskContact: true }),
      );
      await page.emulateMedia({ forcedColors: 'active' });
      await app.evaluate(({ BrowserWindow, dialog, Menu }) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(1000, 640);
        window?.hide();
        process.env.LEFT = '1';
        Object.assign(globalThis, { left: 1 });
        dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
        Menu.prototype.popup = () => undefined;
        if (window) window.setContentProtection = () => undefined;
      });
      await page.keyboard.press('ControlOrMeta+Shift+P');
      await desk.find('9003');
    });
    // What only a test leaves is found.
    const leave = async ({ app, page, api }: Warm & { api: DemoServer }) => {
      pids.push(app.process().pid);
      await app.evaluate(({ BrowserWindow, dialog, powerMonitor }) => {
        const left = new BrowserWindow({ show: false });
        powerMonitor.on('resume', () => left.show());
        const value = () => Promise.resolve({ canceled: true, filePaths: [] });
        Object.defineProperty(dialog, 'showOpenDialog', { value, writable: false, configurable: false });
        const { now } = Date;
        Date.now = () => now() + 60_000;
      });
      await page.evaluate(() => sessionStorage.setItem('left', '1'));
      page.on('console', () => undefined);
      const { address = '', key = '' } = api.studios.find(({ name }) => name.includes('Augsburg')) ?? {};
      await page.evaluate((input) => window.ringside.connection.connect(input), { address, key });
    };
    // Nothing of it ends by itself.
    const left = lend(leave, true, 5_000);
    for (const part of [
      /"windows": 2/,
      /"resume": 1/,
      /\+ +"dialog\.showOpenDialog"/,
      /\+ +"Date\.now"/,
      /"stored"/,
      /\+ +"attribute\.account = \S+#\d+/,
    ])
      await expect(left).rejects.toThrow(part);
    await lend(async ({ app }) => void pids.push(app.process().pid), false);
    await lend(async ({ app }) => void pids.push(app.process().pid));
  } finally {
    await desks.end();
  }
  const [first, second, third, fourth] = pids;
  expect(second).toBe(first);
  expect(new Set([first, third, fourth]).size).toBe(3);
});
