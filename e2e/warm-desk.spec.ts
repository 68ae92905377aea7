import { expect } from '@playwright/test';
import type { DemoServer } from '../main/demo/server';
import { test, warmStudio } from './fixtures';
import { type Warm, WarmDesks } from './warm-desk';

test('a warm desk is lent again as it was at first, and not at all when something is left on it', async ({
  display,
}) => {
  const desks = new WarmDesks(display);
  const pids: (number | undefined)[] = [];
  const lend = (work: (desk: Warm & { api: DemoServer }) => Promise<void>, hasPassed = true) =>
    desks.lend(warmStudio, work, () => hasPassed);
  try {
    // What an agent leaves is removed.
    await lend(async ({ app, page, desk }) => {
      pids.push(app.process().pid);
      await desk.find('1001');
      await desk.money('Balance').getByRole('button').click();
      await page.evaluate(() =>
        window.ringside.settings.change({ theme: 'dark', zoom: 200, maskContact: true }),
      );
      await page.emulateMedia({ forcedColors: 'active' });
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 640));
      await page.keyboard.press('Control+Shift+P');
      await desk.find('9003');
    });
    // What only a test leaves is found.
    const left = lend(async ({ app, page, api }) => {
      pids.push(app.process().pid);
      await app.evaluate(({ BrowserWindow, dialog, powerMonitor }) => {
        process.env.LEFT = '1';
        Object.assign(globalThis, { left: new BrowserWindow({ show: false }) });
        powerMonitor.on('resume', () => undefined);
        dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
      });
      await page.evaluate(() => sessionStorage.setItem('left', '1'));
      page.on('console', () => undefined);
      const { address = '', key = '' } = api.studios.find(({ name }) => name.includes('Augsburg')) ?? {};
      await page.evaluate((input) => window.ringside.connection.connect(input), { address, key });
    });
    for (const part of [
      /"windows": 2/,
      /\+ +"LEFT"/,
      /\+ +"left"/,
      /"resume": 1/,
      /"showMessageBox"/,
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
