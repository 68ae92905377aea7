import { expect } from '@playwright/test';
import { test } from './fixtures';

test('a call is handled by keyboard alone: find, check, copy, report, next caller', async ({
  warm: { page, desk },
}) => {
  await expect(desk.box).toBeFocused();
  const { keyboard } = page;
  await keyboard.type('bullock');
  await expect(desk.list.getByRole('option')).toHaveCount(3);
  // The member comes first.
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(desk.customer).toContainText('1-12345');
  await expect(desk.money('Balance')).toContainText('89.70');

  await expect(desk.bookings.getByRole('row').filter({ hasText: 'November' }).first()).toBeVisible();
  await keyboard.press('ControlOrMeta+B');
  await keyboard.press('o');
  await expect(desk.bookings).toContainText('Overdue: 2 of the loaded transactions');
  await keyboard.press('ControlOrMeta+B');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('c');
  await expect(page.getByText('2 rows copied')).toBeVisible();
  expect(await desk.clipboard()).toContain('€29.90\topen €29.90');

  await keyboard.press('ControlOrMeta+L');
  await expect(desk.box).toBeFocused();
  await keyboard.type('9500');
  await keyboard.press('Enter');
  await expect(desk.diagnostics).toContainText('500');
  await keyboard.press('ControlOrMeta+Shift+T');
  await expect.poll(() => desk.clipboard()).toMatch(/^[0-9a-f]{32}$/);
  const traceId = await desk.clipboard();
  await keyboard.press('ControlOrMeta+Shift+C');
  await expect.poll(() => desk.clipboard()).toContain('HTTP status');
  await keyboard.press('F9');
  await expect(desk.stripFact('Trace ID')).not.toContainText(traceId);
  await keyboard.press('F8');
  await expect(desk.fact('Trace ID')).toBeVisible();
  await keyboard.press('F8');
  await expect(desk.facts).toBeHidden();

  await keyboard.press('ControlOrMeta+Shift+X');
  await expect(desk.customer).toBeHidden();
  await expect(desk.box).toBeFocused();
  await keyboard.type('9003');
  await keyboard.press('Enter');
  await expect(desk.money('Balance')).toContainText('€0.00');
});

test('pasting and Enter right after the start show the account', async ({ demo: { app, page, desk } }) => {
  await expect(desk.box).toBeFocused();
  await app.evaluate(({ clipboard }) => clipboard.writeText('  Kundennr.: 1-12345\r\n'));
  await page.keyboard.press('ControlOrMeta+V');
  await page.keyboard.press('Enter');
  await expect(desk.money('Balance')).toContainText('89.70');
});

test('text pasted outside of fields goes into the search box', async ({ warm: { app, page, desk } }) => {
  await desk.find('1001');
  await expect(desk.bookings.getByRole('row').filter({ hasText: '€' }).first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+B');
  await expect(desk.box).not.toBeFocused();
  await app.evaluate(({ clipboard }) => clipboard.writeText('9003'));
  await page.keyboard.press('ControlOrMeta+V');
  await expect(desk.box).toHaveValue('9003');
  await page.keyboard.press('Enter');
  await expect(desk.money('Balance')).toContainText('€0.00');
});

test('F1 lists the key of every button, and every listed key works', async ({ warm: { page, desk } }) => {
  await desk.find('9500');
  await expect(desk.diagnostics).toBeVisible();
  const shortcuts = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-keyshortcuts]')].map((element) =>
      element.querySelector('[aria-hidden=true]')?.textContent?.trim(),
    ),
  );
  await page.keyboard.press('F1');
  const overlay = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(overlay).toBeVisible();
  for (const hint of shortcuts.filter(Boolean)) await expect(overlay).toContainText(hint ?? '');
  for (const words of ['Commands and recent customers', 'Copy trace ID', 'In the transactions: copy'])
    await expect(overlay).toContainText(words);
  await page.keyboard.press('Escape');
  await expect(overlay).toBeHidden();
  await expect(desk.box).toBeFocused();
});

test('the palette finds a command by a few letters and runs it', async ({ warm: { page, desk } }) => {
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await page.keyboard.press('ControlOrMeta+K');
  const palette = page.getByRole('combobox', { name: 'Commands' });
  await expect(palette).toBeFocused();
  await page.keyboard.type('new ca');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(desk.customer).toBeHidden();
  await expect(desk.box).toBeFocused();

  // The previous customer is among the recent ones and can be opened again.
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('edgar');
  await expect(page.getByRole('option', { name: /Edgar Thomas Bullock Meyer/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(desk.money('Balance')).toContainText('89.70');

  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('qqq');
  await expect(page.getByText('No command or customer matches “qqq”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(desk.box).toBeFocused();
});

test('F10 opens the commands, Ctrl+F4 ends the call, and Alt+F4 stays with the system', async ({
  warm: { page, desk },
}) => {
  test.skip(process.platform === 'darwin', 'A Mac has a menu bar, and Cmd+W.');
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await page.keyboard.press('F10');
  const palette = page.getByRole('combobox', { name: 'Commands' });
  await expect(palette).toBeFocused();
  await page.keyboard.press('F10');
  await expect(palette).toBeHidden();
  await expect(desk.money('Balance')).toContainText('89.70');
  // Chromium passes keys that the page does not handle to the system.
  const taken = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('keydown', (event) => setTimeout(() => resolve(event.defaultPrevented)), {
            once: true,
          });
        }),
    );
  for (const [keys, isTaken] of [
    ['Alt+F4', false],
    ['Shift+F10', false],
    ['F10', true],
  ] as const) {
    const answer = taken();
    // The listener is there when a later script of the page runs.
    await page.evaluate(() => undefined);
    await page.keyboard.press(keys);
    expect(await answer, keys).toBe(isTaken);
  }
  await page.keyboard.press('F10');
  await expect(palette).toBeHidden();
  await page.keyboard.press('Control+F4');
  await expect(desk.customer).toBeHidden();
  await expect(desk.box).toBeFocused();
});

test('single letters do nothing outside a focused list, and AltGr types', async ({
  warm: { page, desk },
}) => {
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  for (const key of ['c', 't', 'o', 'x', 'l', 'k']) await page.keyboard.press(key);
  await expect(desk.bookings).not.toContainText('Overdue');
  expect(await desk.clipboard()).toBe('');
  await page.keyboard.press('ControlOrMeta+L');
  for (const key of ['l', 'k', 'x', 'b', '1', ',']) await page.keyboard.press(`Control+Alt+${key}`);
  await expect(desk.customer).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('Tab reaches every control and returns, and the focus is never lost', async ({
  warm: { page, desk },
}) => {
  await desk.find('9500');
  await expect(desk.diagnostics).toBeVisible();
  await desk.bookingsLoaded();
  const seen = new Set<string>();
  let presses = 0;
  do {
    await page.keyboard.press('Tab');
    presses += 1;
    seen.add(await page.evaluate(() => document.activeElement?.tagName ?? ''));
  } while (presses < 80 && !(await desk.box.evaluate((box) => box === document.activeElement)));
  expect(presses).toBeLessThan(80);
  expect([...seen]).toContain('TR');

  // A closed dialog returns the focus to the previous element.
  await page.keyboard.press('ControlOrMeta+B');
  const row = desk.bookings.locator('tr:focus');
  await expect(row).toBeVisible();
  for (const key of ['ControlOrMeta+K', 'F1', 'ControlOrMeta+,']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(row).toBeFocused();
  }

  // When the focused button disappears, the search box takes the focus.
  await desk.find('9125');
  const earlier = page.getByRole('button', { name: 'Show earlier transactions' });
  // 620 past bookings: 500 load by themselves, then 50, 50 and 20. The others are 30 upcoming ones, the head and today.
  for (const rows of ['532', '582', '632']) {
    await expect(desk.bookings).toHaveAttribute('aria-rowcount', String(Number(rows) + 1));
    await earlier.focus();
    await page.keyboard.press('Enter');
  }
  await expect(earlier).toBeHidden();
  await expect(desk.box).toBeFocused();
});
