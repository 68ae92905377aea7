import { expect } from '@playwright/test';
import { test } from './fixtures';
import { runToExit } from './launch';

for (const [link, name] of [
  ['ringside://customer/1001', 'Edgar Thomas Bullock Meyer'],
  ['ringside://search?q=bullock%2004.05.1952', 'Edgar Thomas Bullock Meyer'],
] as const)
  test(`${link} opens the customer it names, in a new window and in an open one`, async ({
    launch,
    home,
    display,
  }) => {
    const first = await launch(['--demo', '--lang=en-GB', '--', link]);
    await expect(first.desk.customer.getByRole('heading')).toHaveText(name);
    await first.page.keyboard.press('ControlOrMeta+Shift+X');
    await expect(first.desk.customer).toBeHidden();
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    expect((await runToExit(['--demo', '--', link], { home, display })).code).toBe(0);
    await expect(first.desk.customer.getByRole('heading')).toHaveText(name);
    await expect
      .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
      .toBe(true);
  });

test('a lookup waits in a banner while a customer is open, without taking the focus or the screen', async ({
  warm: { app, page, desk, home },
  display,
}) => {
  await desk.find('9003');
  await expect(desk.money('Balance')).toContainText('€0.00');
  await desk.bookings.locator('tr[data-key]').first().waitFor();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await page.keyboard.press('ControlOrMeta+B');
  expect((await runToExit(['--', 'ringside://customer/1001'], { home, display })).code).toBe(0);
  const banner = page.getByRole('region', { name: 'Another lookup is waiting:' });
  await expect(banner).toContainText('“id:1001”');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(
    false,
  );
  await expect(desk.money('Balance')).toContainText('€0.00');
  await expect(desk.box).not.toBeFocused();

  await page.keyboard.press('ControlOrMeta+Shift+D');
  await expect(banner).toBeHidden();
  await expect(desk.money('Balance')).toContainText('€0.00');

  expect((await runToExit(['--customer=1-12345'], { home, display })).code).toBe(0);
  await expect(banner).toContainText('“1-12345”');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(banner).toBeHidden();
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(desk.box).toBeFocused();
});

test('a lookup waits during typing, in the settings and over a list', async ({
  warm: { page, desk, home },
  display,
}) => {
  const banner = page.getByRole('region', { name: 'Another lookup is waiting:' });
  await desk.box.fill('bul');
  expect((await runToExit(['--', 'ringside://search?q=nowak'], { home, display })).code).toBe(0);
  await expect(banner).toContainText('“nowak”');
  await expect(desk.box).toHaveValue('bul');
  await page.keyboard.press('ControlOrMeta+Shift+D');
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await page.keyboard.press('ControlOrMeta+,');
  expect((await runToExit(['--', 'ringside://search?q=nowak'], { home, display })).code).toBe(0);
  await expect(banner).toContainText('“nowak”');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start a new call with it' }).click();
  await expect(desk.box).toHaveValue('nowak');
});

test('a link can only request a lookup', async ({ warm: { page, desk, home }, display }) => {
  await expect(desk.box).toBeFocused();
  for (const link of ['ringside://connect?address=http://127.0.0.1:9', 'ringside://customer/', 'ringside://'])
    expect((await runToExit(['--', link], { home, display })).code).toBe(0);
  await expect(desk.box).toHaveValue('');
  await expect(page.getByRole('region', { name: 'Another lookup is waiting:' })).toBeHidden();
});
