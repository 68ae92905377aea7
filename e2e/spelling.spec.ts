import { expect } from '@playwright/test';
import { test } from './fixtures';

test('umlauts, their spellings and plain vowels find the same people', async ({ warm: { desk } }) => {
  const found: string[] = [];
  for (const text of ['müller', 'mueller', 'MUELLER', 'muller']) {
    await desk.find(text);
    const options = desk.list.getByRole('option');
    await expect(options.filter({ hasText: /^Müller/ }).first()).toBeVisible();
    await expect(desk.list.page().getByRole('heading', { name: `for “${text}”` })).toBeVisible();
    found.push(
      (await desk.list.page().getByRole('heading', { name: 'for “' }).innerText()).replace(/ for .*/, ''),
    );
  }
  expect(new Set(found).size).toBe(1);
});

for (const text of [
  'Herr  Bullock,\u00a0geb.\t04.05.1952',
  '„Bullock, Edgar“ 4. Mai 1952',
  'Edgar, Bullock 4 May 52',
  'Edgar Bullock <example@email.com>',
  'Kunden-ID: 1001',
  'bullock May 4th, 1952',
])
  test(`${JSON.stringify(text)} opens the right customer`, async ({ warm: { desk } }) => {
    await desk.find(text);
    await expect(desk.customer).toContainText('1-12345');
  });

test('hyphens may be missing or added', async ({ warm: { page, desk } }) => {
  const counts: string[] = [];
  for (const text of ['anna-lena', 'anna lena']) {
    await desk.find(text);
    await expect(desk.list.getByRole('option').filter({ hasText: 'Anna-Lena' }).first()).toBeVisible();
    counts.push((await page.getByRole('heading', { name: 'for “' }).innerText()).replace(/ for .*/, ''));
  }
  expect(counts[0]).toBe(counts[1]);
});

test('the box shows its reading, and F3 chooses another one', async ({ warm: { page, desk } }) => {
  await desk.box.fill('04051952');
  await expect(page.getByRole('search')).toContainText('ID, number or card');
  await page.keyboard.press('F3');
  const readings = page.getByRole('listbox', { name: 'Search as…' });
  await expect(readings).toBeFocused();
  await expect(readings.getByRole('option').first()).toContainText('ID, number or card');
  await page.keyboard.press('ArrowDown');
  await expect(readings.locator('[aria-selected=true]')).toHaveText('Date of birth4 May 1952');
  await page.keyboard.press('Enter');
  await expect(desk.customer).toContainText('1-12345');
  await expect(desk.box).toBeFocused();
  await expect(page.getByRole('search')).toContainText('Date of birth · 4 May 1952');
  // The next letter makes a new text, which is recognised again.
  await page.keyboard.press('End');
  await page.keyboard.type('0');
  await expect(page.getByRole('search')).toContainText('ID, number or card');
  await page.keyboard.press('F3');
  await page.keyboard.press('Escape');
  await expect(readings).toBeHidden();
  await expect(desk.box).toBeFocused();
});

test('a click elsewhere closes the list of readings, and types there', async ({ warm: { page, desk } }) => {
  await desk.find('1001');
  await desk.bookingsLoaded();
  await page.keyboard.press('F3');
  const choices = page.getByRole('listbox', { name: 'Search as' });
  await expect(choices).toBeFocused();
  const search = page.getByRole('searchbox', { name: 'Search the transactions' });
  await search.click();
  await expect(choices).toBeHidden();
  await page.keyboard.type('past');
  await expect(search).toHaveValue('past');
  await expect(desk.box).toHaveValue('1001');
});

test('after a miss, one key tries the next card format', async ({ warm: { page, desk } }) => {
  await desk.find('AF00');
  await page.keyboard.press('F7');
  // A name is no card number, so the key does nothing.
  await expect(page.getByRole('heading', { name: 'No customer found for “AF00”' })).toBeVisible();
  await desk.find('123456');
  await expect(page.getByRole('button', { name: 'Other card format: Hex, MSB first' })).toBeVisible();
  await page.keyboard.press('F7');
  await expect(page.getByRole('button', { name: 'Other card format: Hex, LSB first' })).toBeVisible();
  await page.getByRole('button', { name: 'Other card format: Hex, LSB first' }).click();
  await expect(page.getByRole('button', { name: 'Other card format: Decimal' })).toBeVisible();
});

test.describe('a large studio', () => {
  test.use({ apiOptions: { customers: 25_000 } });

  test('an answer of 5,000 shows its number, renders few rows, and narrows without another request', async ({
    connected: { page, desk },
    api,
  }) => {
    await desk.find('m');
    const heading = page.getByRole('heading', { name: 'for “m”' });
    await expect(heading).toHaveText(/^[\d,]+ customers for “m”$/);
    const all = Number((await heading.innerText()).replace(/\D/g, ''));
    expect(all).toBeGreaterThan(5_000);
    const options = desk.list.getByRole('option');
    expect(await options.count()).toBeLessThan(60);
    await expect(options.first()).toHaveAttribute('aria-setsize', String(all));

    const before = api.requests();
    await desk.box.pressSequentially('uell');
    const narrowed = page.getByRole('heading', { name: 'for “muell”' });
    await expect(narrowed).toHaveText(/^\d+ of [\d,]+ customers for “muell”$/);
    await expect(options.first()).toContainText(/Müller|Mueller/);
    for (let key = 0; key < 4; key += 1) await desk.box.press('Backspace');
    await expect(heading).toBeVisible();
    expect(api.requests()).toBe(before);

    // The arrow keys scroll the list, and its end is rendered after scrolling.
    for (let press = 0; press < 30; press += 1) await desk.box.press('PageDown');
    const active = desk.list.locator('[aria-selected=true]');
    await expect(active).toHaveAttribute('aria-posinset', '300');
    await expect(active).toBeInViewport();
    await page.getByRole('complementary', { name: 'Customers' }).evaluate((column) => {
      column.scrollTop = column.scrollHeight;
    });
    const last = desk.list.locator(`[aria-posinset="${all}"]`);
    // Rows that are measured while they come into view turn out lower or higher than expected.
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    await last.click();
    await expect(desk.customer).toBeVisible();
  });
});
