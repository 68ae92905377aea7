import { expect } from '@playwright/test';
import { test } from './fixtures';

const region = 'Pauses and access restrictions';
const nextYear = new Date().getFullYear() + 1;

test('pauses and access restrictions stand above the money, as the studio wrote them', async ({
  demo: { page, desk },
}) => {
  await desk.find('9032');
  const rows = desk.account.getByRole('list', { name: region }).getByRole('listitem');
  await expect(rows).toHaveText([
    'Access restrictionDestroyed equipmentfrom 3 Nov 2026, no end',
    `PauseIllness1 Jan ${nextYear} to 31 Jan ${nextYear}Premium`,
    'Pausefrom 1 Jul 2026, no end',
  ]);
  const balance = await desk.money('Balance').boundingBox();
  const last = await rows.last().boundingBox();
  expect(last && balance && last.y + last.height).toBeLessThan(balance?.y ?? 0);
  // A search by name filters the record field by field before it is parsed.
  await desk.find('Paused and restricted');
  await expect(rows).toHaveCount(3);
  await desk.find('9003');
  await expect(desk.money('Balance')).toContainText('0.00');
  await expect(desk.customer).toContainText('ID 9003');
  await expect(page.getByRole('list', { name: region })).toHaveCount(0);
});

test('pauses wait for the verification like the money', async ({ openWithPolicy }) => {
  const { page, desk } = await openWithPolicy({ verificationFactors: ['dateOfBirth'] });
  await desk.find('9032');
  await expect(desk.account).toContainText('Date of birth');
  await expect(page.getByText('Illness')).toHaveCount(0);
  await page.keyboard.press('Control+1');
  await expect(desk.account.getByRole('list', { name: region })).toContainText('Illness');
});

test('pauses and access restrictions are named in German', async ({ launch }) => {
  const { page } = await launch(['--demo', '--lang=de', '--customer=9032']);
  await expect(page.getByRole('list', { name: 'Ruhezeiten und Zutrittssperren' })).toContainText(
    'ab 3. Nov. 2026, ohne Ende',
  );
});
