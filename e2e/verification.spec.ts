import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { munich } from './saved-studios';
import { withoutIds } from './without-ids';

const factors = { verificationFactors: ['dateOfBirth', 'address', 'customerNumber'] };

test('an input compares what the caller says, without showing the record', async ({
  warmVerifying: { page, desk },
}) => {
  await desk.find('1001');
  const said = page.getByRole('textbox', { name: 'What the caller says' });
  await said.fill('4 June 1952');
  await said.press('Enter');
  await expect(page.getByText('No match.')).toBeVisible();
  await expect(page.locator('body')).not.toContainText(/89\.70|4 May 1952|1-12345|Am Bahnhof/);
  await said.fill('am  bahnhof 89');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(desk.customer).toContainText('Verified: Street and house number');
});

test('the list, the recent customers and the palette mask what the header masks, except what was typed', async ({
  warmVerifying: { page, desk },
}) => {
  await desk.find('bullock edgar');
  const row = desk.list.getByRole('option', { name: /Edgar Thomas/ });
  await expect(row).toContainText('Bullock Meyer');
  await expect(desk.list).not.toContainText(/1-12345|4 May 1952|Munich·|19 Nov 1981|Augsburg/);
  await row.click();
  await expect(desk.customer).toContainText('Edgar Thomas');
  await desk.find('9003');
  const recents = page.getByRole('region', { name: 'Recent customers in this session' });
  await expect(recents).toContainText('Edgar Thomas');
  await expect(recents).not.toContainText('1-12345');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('dialog').getByRole('option', { name: /Edgar Thomas/ })).not.toContainText(
    '1-12345',
  );
  await page.keyboard.press('Escape');
  await desk.find('1-12345');
  await expect(desk.list.getByRole('option')).toContainText('1-12345');
  await expect(desk.list.getByRole('option')).not.toContainText('4 May 1952');
});

test('what found the caller counts, if the agent typed it', async ({ openWithPolicy, launch, home }) => {
  const { desk, end } = await openWithPolicy(factors);
  await desk.find('1-12345');
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(desk.customer).toContainText('Verified: Customer number');
  await desk.find('bullock 1952-05-04');
  await desk.find('1002');
  await expect(desk.account).toContainText('Verify the caller');
  await desk.find('bullock 1952-05-04');
  await expect(desk.customer).toContainText('Verified: Date of birth');
  await end();
  // The telephone system named the customer, and the caller has said nothing.
  const policy = `--policy=${join(home, 'policy.json')}`;
  const outside = await launch([
    '--demo',
    '--lang=en-GB',
    '--customer=1-12345',
    `--studio=${munich.id}`,
    policy,
  ]);
  await expect(outside.desk.account).toContainText('Verify the caller');
});

test('where the policy allows it, the account is shown anyway, and the log says so without the customer', async ({
  openWithPolicy,
  home,
}) => {
  const { page, desk, end } = await openWithPolicy({ ...factors, verificationOverride: true });
  await desk.find('1001');
  await page.getByRole('button', { name: 'Show anyway' }).click();
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(desk.customer).toContainText('Shown without verification');
  // The next caller is not verified.
  await desk.find('9003');
  await expect(desk.account).toContainText('Verify the caller');
  await end();
  const log = await readFile(join(home, 'Ringside', 'logs', 'ringside.log'), 'utf8');
  expect(log.match(/"event":"verification-overridden"/g)).toHaveLength(1);
  expect(withoutIds(log)).not.toMatch(/1001|1-12345|Edgar|Bullock/);
});

test('without that policy there is no way around the verification', async ({
  warmVerifying: { page, desk },
}) => {
  await desk.find('1001');
  await expect(desk.account).toContainText('Verify the caller');
  await expect(page.getByRole('button', { name: 'Show anyway' })).toHaveCount(0);
});
