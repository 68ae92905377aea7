import { expect } from '@playwright/test';
import { test as base, lent } from './fixtures';
import { runToExit } from './launch';
import { makePhoneIndex, phoneIndexOf, phonePolicy } from './phone-index';
import { saveStudios } from './saved-studios';
import type { Warm } from './warm-desk';
import { connectedKind } from './warm-kinds';

/** A desk with one studio whose telephone index is complete. */
const indexedKind = connectedKind({
  argsFor: async (home) => [await phonePolicy(home, { phoneIndexAlso: ['FORMER_MEMBER'] })],
  begin: ({ page }) => makePhoneIndex(page),
});

const test = base.extend<{ indexed: Warm }>({ indexed: lent(indexedKind) });

test('a call on an idle desk opens the account of the caller before anything is typed', async ({
  indexed: { desk, home },
  display,
}) => {
  const link = 'ringside://call?number=%2B493023125001';
  expect((await runToExit(['--', link], { home, display })).code).toBe(0);
  await expect(desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(desk.customer).toContainText('Found by Telephone number');
});

test('a call while a customer is open names the caller in a banner and changes nothing', async ({
  indexed: { page, desk, home },
  display,
}) => {
  await desk.find('9003');
  await expect(desk.money('Balance')).toContainText('€0.00');
  expect((await runToExit(['--', 'ringside://call?number=030/23125001'], { home, display })).code).toBe(0);
  const banner = page.getByRole('region', { name: 'Another call is waiting:' });
  await expect(banner).toContainText('Bullock Meyer, Edgar Thomas');
  await expect(desk.money('Balance')).toContainText('€0.00');
});

test('a number opens its only customer in any writing, of all four fields, with an extension and of other countries', async ({
  indexed: { page, desk },
}) => {
  for (const [number, id] of [
    ['+49 30 23125 001', '1001'],
    ['0049 30 23125001', '1001'],
    ['030/23125-001', '1001'],
    ['(030) 23125 001', '1001'],
    ['03023125001', '1001'],
    ['069 90009 811', '9811'],
    ['0171 3920098', '9811'],
    ['069/90009812', '9811'],
    ['+49 176 04069098', '9811'],
    ['069 90009804', '9804'],
    ['069 90009805', '9805'],
    ['+43 664 123456', '9821'],
    ['+41 78 1234567', '9822'],
    ['+48 512345678', '9823'],
    ['0090 501 234 56 78', '9824'],
    ['+1 (201) 555-0123', '9825'],
  ] as const) {
    await desk.find(number);
    await expect(desk.customer, number).toContainText(`ID ${id}`);
    await page.keyboard.press('ControlOrMeta+Shift+X');
  }
});

test('a number of a family opens nobody: it is a list with the members first', async ({
  indexed: { desk },
}) => {
  await desk.find('069 90009801');
  const options = desk.list.getByRole('option');
  await expect(options).toHaveCount(3);
  await expect(options.nth(2)).toContainText('Family three');
  await expect(desk.customer).toBeHidden();
});

test('a number that cannot be read is found by its last digits and does not open', async ({
  indexed: { page, desk },
}) => {
  await desk.find('069 90009806');
  await expect(desk.list.getByRole('option')).toHaveText(/Number with words/);
  await expect(page.getByText('Only the last digits match')).toBeVisible();
  await expect(desk.customer).toBeHidden();
});

test('while the index of a studio is missing, its only match is a list', async ({
  launch,
  home,
  secrets,
  api,
}) => {
  const studios = api.studios.filter(({ name }) => /Munich|Ulm/.test(name));
  await saveStudios(home, secrets, studios);
  const { page, desk } = await launch(['--lang=en-GB', await phonePolicy(home)], secrets.env);
  await makePhoneIndex(page);
  await expect
    .poll(async () => (await phoneIndexOf(page)).studios.map(({ state }) => state).sort())
    .toEqual(['complete', 'missing']);
  await desk.find('030 23125001');
  await expect(desk.list.getByRole('option')).toHaveText(/Bullock/);
  await expect(desk.customer).toBeHidden();
});
