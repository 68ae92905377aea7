import { expect } from '@playwright/test';
import { test } from './fixtures';

test('arrow keys move through the rows, Shift selects, C and T copy for mails and spreadsheets', async ({
  warmConnected: { page, desk },
}) => {
  await desk.find('1001');
  const rows = desk.bookings.locator('tr[data-key]');
  await expect(rows.filter({ hasText: 'Nov 2026' })).toHaveCount(1);
  await rows.filter({ hasText: '1 Nov 2026' }).click();
  await expect(rows.filter({ hasText: '1 Nov 2026' })).toBeFocused();
  await page.keyboard.press('c');
  await expect(page.getByText('1 row copied')).toBeVisible();
  expect(await desk.clipboard()).toBe(
    [
      'Edgar Thomas Bullock Meyer, No. 1-12345',
      '1 Nov 2026\tMembership Premium, November\t€29.90\topen €29.90\tInstallment plan',
      'Sum of 1 row\t\t€29.90\topen €29.90',
    ].join('\n'),
  );
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 rows selected')).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByText('3 rows copied')).toBeVisible();
  expect(await desk.clipboard()).toBe(
    [
      'Edgar Thomas Bullock Meyer, No. 1-12345',
      'Due\tDescription\tAmount\tOpen\tCurrency\tNote',
      '2026-11-01\tMembership Premium, November\t29.90\t29.90\tEUR\tInstallment plan',
      '2026-10-01\tMembership Premium, October\t29.90\t29.90\tEUR\t',
      '2026-09-01\tMembership Premium, September\t29.90\t0.00\tEUR\t',
      'Sum\t\t89.70\t59.80\tEUR\t',
    ].join('\n'),
  );
  await page.keyboard.press('Escape');
  await expect(page.getByText('past and upcoming, newest first')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await expect(page.getByText(/^\d+ rows selected/)).toBeVisible();
});

test('a selected text is copied as selected, not as a row', async ({ warmConnected: { page, desk } }) => {
  await desk.find('1001');
  const cell = desk.bookings.getByText('Reminder fee');
  await expect(cell).toBeVisible();
  await cell.dblclick({ position: { x: 24, y: 16 } });
  await page.keyboard.press('ControlOrMeta+C');
  await expect.poll(() => desk.clipboard()).toMatch(/^(Reminder|fee) ?$/);
});

test('overdue bookings come first on demand, the oldest on top, and go back', async ({
  warmConnected: { page, desk },
}) => {
  await desk.find('1001');
  await desk.bookingsLoaded();
  const copied = async () => {
    await page.keyboard.press('ControlOrMeta+Shift+Y');
    await expect(page.getByText('46 rows copied')).toBeVisible();
    return (await desk.clipboard()).split('\n').slice(2);
  };
  const usual = await copied();
  await page.getByRole('button', { name: 'Overdue first' }).click();
  await expect(desk.bookings).toContainText('Overdue: 2 of the loaded transactions');
  await expect(desk.bookings.locator('tr[data-key]').first()).toContainText('1 Oct 2026');
  const sorted = await copied();
  expect(sorted[0]).toContain('2026-10-01');
  expect(sorted[1]).toContain('2026-11-01');
  expect([...sorted].sort()).toEqual([...usual].sort());
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await expect(desk.bookings).not.toContainText('Overdue');
  expect(await copied()).toEqual(usual);
});

test('Page Down at the last row loads the next slice and keeps the focus', async ({
  warmConnected: { page, desk },
}) => {
  await desk.find('9125');
  const rows = desk.bookings.locator('tr[data-key]');
  // 500 of 620 past bookings load by themselves; the button for more ends the table.
  await expect(page.getByRole('button', { name: 'Show earlier transactions' })).toBeAttached();
  const focused = desk.bookings.locator('tr:focus');
  const place = async () => Number(await focused.getAttribute('aria-rowindex'));
  const before = await desk.bookingCount();
  await page.keyboard.press('ControlOrMeta+B');
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  const [last, end] = [await focused.innerText(), await place()];
  await page.keyboard.press('PageDown');
  await expect.poll(() => desk.bookingCount()).toBe(before + 50);
  expect(await focused.innerText()).toBe(last);
  await page.keyboard.press('PageDown');
  await expect.poll(place).toBe(end + 10);
  await expect(focused).toBeInViewport();
  // 20 more, and no button for further ones.
  await page.keyboard.press('ControlOrMeta+Shift+K');
  await expect.poll(() => desk.bookingCount()).toBe(before + 100);
  await page.keyboard.press('ControlOrMeta+Shift+K');
  await expect.poll(() => desk.bookingCount()).toBe(before + 119);
});
