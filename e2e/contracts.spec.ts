import { expect, type Page } from '@playwright/test';
import { axeFindings } from './axe';
import { test } from './fixtures';

const contracts = (page: Page) => page.getByRole('region', { name: 'Contracts' });

test('shows what a customer pays, how long the contract runs and until when it can be cancelled', async ({
  warm: { page, desk },
}) => {
  await desk.find('1001');
  const panel = contracts(page);
  await expect(panel).toContainText('1 active, 1 ended');
  await expect(panel.getByRole('heading', { name: 'Premium' })).toBeVisible();
  for (const text of [
    '€29.90 monthly',
    /1 Feb 2019 to 31 Jan \d{4}/,
    '12 months at a time',
    /31 Oct \d{4} \(3 months before\)/,
    'Sauna, €5.00 monthly',
  ])
    await expect(panel).toContainText(text);
  // The pause of the contract stands in it.
  await expect(panel).toContainText(/Pausedfrom 1 Jan \d{4}/);
  await expect(panel).toContainText('Illness');
});

test('folds ended contracts, and shows them by mouse and by keyboard', async ({ warm: { page, desk } }) => {
  await desk.find('1001');
  const fold = contracts(page).getByRole('button', { name: '1 ended contract' });
  await expect(contracts(page)).not.toContainText('Basic');
  await fold.click();
  await expect(contracts(page).getByRole('heading', { name: 'Basic' })).toBeVisible();
  await fold.press('Enter');
  await expect(contracts(page)).not.toContainText('Basic');
});

test('copies a value of a contract', async ({ warm: { page, desk } }) => {
  await desk.find('1001');
  await contracts(page).getByRole('button', { name: '€29.90 monthly', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied price' })).toBeVisible();
  expect(await desk.clipboard()).toBe('€29.90 monthly');
});

for (const [id, what, texts, absent = []] of [
  ['9107', 'two active contracts, the later one first', ['2 active, 1 ended', /Aqua course.*Premium/s]],
  [
    '9108',
    'a cancelled contract: when, for when and why',
    ['cancelled', /received \d+ \w+ \d{4}/, /cancellation date \d+ \w+ \d{4}/],
    ['at a time', 'has passed'],
  ],
  ['9110', 'later prices', ['€19.90 monthly, from the 4th month €24.90, from the 2nd year €29.90']],
  ['9111', 'the days of a price', ['€179.40 on 1 January and €149.50 on 1 July']],
  ['9112', 'modules and flat fees', [/With.*, €/s, /Flat fee.*, €/s]],
  ['9114', 'a free contract', ['free']],
  ['9115', 'a base price that differs', ['€24.90 monthly', /Base price€34\.90/]],
  ['9119', 'contracts of an older API', ['With']],
] as const)
  test(`shows ${what}`, async ({ warm: { page, desk } }) => {
    await desk.find(id);
    for (const text of texts) await expect(contracts(page)).toContainText(text);
    for (const text of absent) await expect(contracts(page)).not.toContainText(text);
  });

test('shows unknown frequencies and units as they came', async ({ warm: { page, desk } }) => {
  await desk.find('9113');
  const { examples } = await import('../main/demo/examples');
  const plan = examples.find(({ id }) => id === '9113')?.contracts;
  const [sent] = plan?.('2026-11-28') ?? [];
  const type = sent?.priceDetails?.paymentFrequency?.type;
  expect(type).toMatch(/^[A-Z_]+$/);
  await expect(contracts(page)).toContainText(String(type));
});

test('says in one line that the key has no right to contracts, and does not ask it again', async ({
  launch,
}) => {
  const { page, desk } = await launch(['--demo', '--studio=City Gym', '--lang=en-GB']);
  await desk.find('9116');
  const line = 'The key of this studio does not have permission to read contracts.';
  await expect(contracts(page)).toContainText(line);
  await expect(desk.diagnostics).toHaveCount(0);
  const asked = () =>
    page.evaluate(async () => {
      const outcome = await window.ringside.call.recent();
      const records = outcome.ok ? outcome.value : [];
      return records.filter(({ endpoint }) => endpoint.endsWith('/contracts')).length;
    });
  const before = await asked();
  expect(before).toBe(1);
  await desk.find('1002');
  await expect(desk.money('Balance')).toContainText('19.90');
  await expect(contracts(page)).toContainText(line);
  await page.keyboard.press('F5');
  await expect(desk.money('Balance')).toContainText('19.90');
  expect(await asked()).toBe(before);
});

test('contracts that fail leave everything else, with one strip', async ({ warm: { page, desk } }) => {
  await desk.find('9117');
  await expect(desk.diagnostics).toContainText('Missing: Contracts.');
  await expect(contracts(page)).toContainText('The contracts could not be loaded.');
  await expect(desk.money('Balance')).toContainText('€0.00');
  await expect(desk.money('Next due')).toContainText('€29.90');
});

test('in a narrow window, contracts are a tab beside the transactions', async ({
  warm: { app, page, desk },
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
  await page.waitForFunction(() => window.innerWidth === 1024);
  await desk.find('1001');
  await expect(contracts(page)).toBeHidden();
  await expect(desk.bookings).toBeVisible();
  await page.getByRole('tab', { name: 'Contracts' }).click();
  await expect(contracts(page)).toContainText('€29.90 monthly');
  await expect(desk.bookings).toBeHidden();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Transactions' })).toBeFocused();
  await expect(desk.bookings).toBeVisible();
  await page.keyboard.press('ControlOrMeta+J');
  await expect(contracts(page)).toBeFocused();
  // The key of the rows shows them.
  await page.keyboard.press('ControlOrMeta+B');
  await expect(desk.bookings).toBeVisible();
  await expect(page.locator('[data-key]:focus')).toHaveCount(1);
});

test('passes axe with contracts, a pause and an access block', async ({ warm: { page, desk } }) => {
  await desk.find('9127');
  await contracts(page)
    .getByRole('button', { name: /ended contract/ })
    .click();
  expect(await axeFindings(page)).toEqual([]);
});
