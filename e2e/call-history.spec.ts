import { expect } from '@playwright/test';
import { test } from './fixtures';

test('Alt and the arrows go back and forward among the customers of this call', async ({
  demo: { page, desk },
}) => {
  const name = desk.customer.getByRole('heading');
  const history = page.getByRole('navigation', { name: 'Customers of this call' });
  await desk.find('1001');
  await desk.bookingsLoaded();
  await expect(history).toBeHidden();
  await desk.find('9003');
  await desk.bookingsLoaded();
  // All requests have ended, so that a later one is a new one.
  await expect(page.locator('[class*=skeleton], [aria-busy=true]')).toHaveCount(0);
  const requests = await page.evaluate(() => window.ringside.call.recent());
  const sent = (outcome: typeof requests) => (outcome.ok ? outcome.value.length : undefined);

  await page.keyboard.press('Alt+ArrowLeft');
  await expect(name).toHaveText('Edgar Thomas Bullock Meyer');
  // What was loaded is still there, without a request.
  await expect(desk.money('Balance')).toContainText('89.70', { timeout: 1 });
  await expect(desk.bookings.locator('tr[data-key]').first()).toBeVisible();
  expect(sent(await page.evaluate(() => window.ringside.call.recent()))).toBe(sent(requests));
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(name).toHaveText('Edgar Thomas Bullock Meyer');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(desk.money('Balance')).toContainText('€0.00');

  // The same by mouse; another customer takes the place of those ahead.
  await history.getByRole('button', { name: 'Back' }).click();
  await expect(name).toHaveText('Edgar Thomas Bullock Meyer');
  await desk.find('9007');
  await expect(desk.money('Balance')).toContainText('¥');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(desk.money('Balance')).toContainText('¥');
  await history.getByRole('button', { name: 'Back' }).click();
  await expect(name).toHaveText('Edgar Thomas Bullock Meyer');
  await history.getByRole('button', { name: 'Forward' }).click();
  await expect(desk.money('Balance')).toContainText('¥');

  await page.keyboard.press('ControlOrMeta+Shift+X');
  await desk.find('9003');
  await expect(desk.money('Balance')).toContainText('€0.00');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(history).toBeHidden();
  await expect(desk.money('Balance')).toContainText('€0.00');
});

test('a customer who had failed is loaded again on the way back', async ({ warm: { page, desk } }) => {
  await desk.find('9500');
  await expect(desk.diagnostics).toBeVisible();
  const traceId = await desk.stripFact('Trace ID').innerText();
  await desk.find('9003');
  await expect(desk.money('Balance')).toContainText('€0.00');
  await expect(desk.diagnostics).toBeHidden();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(desk.diagnostics).toBeVisible();
  await expect(desk.stripFact('Trace ID')).not.toHaveText(traceId);
});

test('a later search that finds nobody, several or fails leaves one line of the customer, without money', async ({
  warm: { page, desk },
}) => {
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  for (const text of ['77777', 'müller', '8500']) {
    await desk.find(text);
    await expect(desk.customer).toContainText('From an earlier search');
    await expect(desk.customer).toContainText('Edgar Thomas Bullock Meyer');
    await expect(desk.customer).toContainText('1-12345');
    await expect(page.locator('body')).not.toContainText('89.70');
    await page.keyboard.press('ControlOrMeta+Shift+B');
    expect(await desk.clipboard()).toBe('');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(desk.money('Balance')).toContainText('89.70');
  }
  await desk.find('77777');
  await desk.customer.getByRole('button', { name: 'Show again' }).click();
  await expect(desk.money('Balance')).toContainText('89.70');
});

test('a caller is held while another is looked up, and comes back as they were', async ({
  warmVerifying: { page, desk },
}) => {
  const held = page.getByRole('region', { name: 'On hold' });
  const timer = page.getByRole('banner').getByRole('timer');
  await desk.find('bullock');
  await expect(desk.list.getByRole('option')).toHaveCount(3);
  await desk.list.getByRole('option').filter({ hasText: 'Edgar Thomas' }).click();
  await page.keyboard.press('ControlOrMeta+2');
  await expect(desk.money('Balance')).toContainText('89.70');

  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(desk.customer).toBeHidden();
  await expect(desk.box).toHaveValue('');
  await expect(desk.box).toBeFocused();
  await expect(timer).toHaveText('');
  await expect(held).toContainText('1 call on hold');
  const chip = held.getByRole('button', { name: /Edgar Thomas Bullock Meyer/ });
  await expect(chip).toHaveText(/\d\d:\d\d/);

  // The other caller is not verified by the first one's answer.
  await desk.find('9003');
  await expect(desk.account).toContainText('Verify the caller');
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(desk.box).toHaveValue('bullock');
  await expect(desk.list.getByRole('option')).toHaveCount(3);
  await expect(timer).toHaveText(/^Call \d\d:\d\d$/);
  await expect(desk.customer).toContainText('Verified: Postcode');

  await held.getByRole('button').click();
  await expect(desk.account).toContainText('Verify the caller');
  await expect(chip).toBeVisible();

  // New call ends the present one, and says that the other one is on hold.
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await expect(desk.customer).toBeHidden();
  await expect(held).toContainText('1 call on hold');
  await expect(held.getByRole('button')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(held).toBeHidden();
});

test('at most three calls are held; the palette and a click take any of them back', async ({
  warm: { page, desk },
}) => {
  const hold = page.getByRole('button', { name: 'Hold', exact: true });
  const held = page.getByRole('region', { name: 'On hold' });
  await expect(hold).toBeDisabled();
  for (const id of ['9001', '9002', '9003']) {
    await desk.find(id);
    await expect(desk.money('Balance')).toBeVisible();
    await hold.click();
    await expect(desk.customer).toBeHidden();
  }
  await expect(held.getByRole('button')).toHaveCount(3);
  await desk.box.fill('bu');
  await expect(hold).toBeDisabled();
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('balance below');
  await page.keyboard.press('Enter');
  await expect(desk.customer).toContainText('Balance below zero');
  // The text that was typed waits in its place.
  await expect(held.getByRole('button')).toHaveCount(3);
  await held.getByRole('button', { name: 'Resume: bu' }).click();
  await expect(desk.box).toHaveValue('bu');
});
