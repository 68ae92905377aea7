import { expect, type Page } from '@playwright/test';
import { axeFindings } from './axe';
import { test } from './fixtures';
import { holdApi } from './held-api';
import { canaryKey, saveStudios } from './saved-studios';

const path = '/activities/checkins';
const noRight = 'The key of this studio does not have permission to read check-ins.';

const toggle = (page: Page) => page.getByRole('button', { name: 'Check-ins', exact: true });

/** The value beside a label. */
const value = (page: Page, label: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::dd[1]');

/** A day as the desk shows it. */
function daysAgo(days: number): string {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(day);
}

test('check-ins are requested when they are opened, and again by F5 only while they are open', async ({
  launch,
  secrets,
  api,
}) => {
  const held = await holdApi(api.origin, path);
  const { page, desk } = await launch(['--lang=en-GB'], secrets.env);
  await desk.connect(held.origin, api.key);
  await desk.find('9170');
  await desk.bookingsLoaded();
  await expect(toggle(page)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('F5');
  await expect(desk.money('Balance').getByRole('button')).toBeVisible();
  expect(held.held()).toBe(0);

  await toggle(page).click();
  await expect.poll(held.held).toBe(1);
  // The next customer begins with closed ones, and what arrives late is not theirs.
  await desk.find('9171');
  await expect(desk.customer).toContainText('No check-ins');
  await expect(toggle(page)).toHaveAttribute('aria-expanded', 'false');
  held.release();
  await desk.find('9170');
  await expect(desk.customer).toContainText('Many check-ins');
  await expect(page.getByText('Last 30 days')).toHaveCount(0);
  expect(held.held()).toBe(1);

  // Two slices: two visits on each of the 29 days before today.
  await toggle(page).click();
  await expect(value(page, 'Last 30 days')).toHaveText('58');
  expect(held.held()).toBe(3);
  await page.keyboard.press('F5');
  await expect.poll(held.held).toBe(5);
  await expect(value(page, 'Last 30 days')).toHaveText('58');
  await toggle(page).click();
  await toggle(page).click();
  await expect(value(page, 'Last 30 days')).toHaveText('58');
  expect(held.held()).toBe(5);
  await held.close();
});

test('check-ins are opened and closed with the keyboard, and are accessible', async ({
  warm: { page, desk },
}) => {
  await desk.find('9170');
  await toggle(page).focus();
  await page.keyboard.press('Enter');
  await expect(value(page, 'Last 30 days')).toHaveText('58');
  // The column is longer than the window.
  await expect(value(page, 'Last 30 days')).toBeInViewport({ ratio: 1 });
  await expect(toggle(page)).toBeFocused();
  await expect(page.locator('[aria-live=polite]', { hasText: 'Last 30 days: 58' })).toHaveCount(1);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Space');
  await expect(page.getByText('Last 30 days', { exact: true })).toHaveCount(0);
});

test('the last check-in has its date, time and studio, or what is known of them', async ({
  warm: { page, desk },
}) => {
  await desk.find('9170');
  await toggle(page).click();
  await expect(value(page, 'Last')).toHaveText(new RegExp(`^${daysAgo(1)}, \\d\\d:\\d\\d$`));
  // One has no time, so a later one is possible.
  await desk.find('9172');
  await toggle(page).click();
  await expect(value(page, 'Latest known')).toHaveText(`${daysAgo(1)}, 18:05`);
  await expect(value(page, 'Last 30 days')).toHaveText('4');
});

test('a month without check-ins is said, and the last one is looked for in the year', async ({
  warm: { page, desk },
}) => {
  await desk.find('9173');
  await toggle(page).click();
  await expect(value(page, 'Last 30 days')).toHaveText('None');
  await expect(value(page, 'Last')).toContainText(daysAgo(100));
  await desk.find('9171');
  await toggle(page).click();
  await expect(desk.account).toContainText('No check-in in the last 365 days');
});

test('a key without the right is asked once, and one line says so', async ({
  launch,
  home,
  secrets,
  api,
}) => {
  const held = await holdApi(api.origin, path);
  held.release();
  const gym = api.studios.filter(({ name }) => name === 'City Gym');
  const address = `${held.origin}/city-gym`;
  await saveStudios(
    home,
    secrets,
    gym.map((studio) => ({ ...studio, address })),
  );
  const { page, desk } = await launch(['--lang=en-GB'], secrets.env);
  for (const id of ['9174', '1002']) {
    await desk.find(id);
    await expect(desk.money('Balance').getByRole('button')).toBeVisible();
    await expect(toggle(page)).toHaveAttribute('aria-expanded', 'false');
    await toggle(page).click();
    await expect(desk.account).toContainText(noRight);
  }
  await expect(desk.diagnostics).toHaveCount(0);
  expect(held.held()).toBe(1);
  await held.close();
});

test('check-ins that fail leave the rest, and are no failure once they are closed', async ({
  warm: { page, desk },
}) => {
  await desk.find('9175');
  await toggle(page).click();
  await expect(desk.diagnostics).toContainText('Missing: Check-ins.');
  await expect(desk.account).toContainText('Check-ins could not be loaded.');
  await expect(desk.money('Balance').getByRole('button')).toBeVisible();
  await desk.bookingsLoaded();
  await page.keyboard.press('F9');
  await expect(desk.diagnostics).toContainText('Missing: Check-ins.');
  await toggle(page).click();
  await expect(desk.diagnostics).toHaveCount(0);
});

test('check-ins are named in German', async ({ warm: { page, desk } }) => {
  await desk.find('9173');
  await desk.speakGerman();
  await page.getByRole('button', { name: 'Check-ins', exact: true }).click();
  await expect(value(page, 'Zuletzt')).toContainText(/\d\d:\d\d/);
  await expect(value(page, 'Letzte 30 Tage')).toHaveText('Keine');
});

test.describe('a customer whose home studio has no key here', () => {
  test.use({ apiOptions: { chainKey: canaryKey } });

  test('has no check-ins to ask for', async ({ connected: { page, desk } }) => {
    await desk.find('102001');
    await desk.diagnostics.getByRole('button', { name: 'Search all studios' }).click();
    await expect(desk.account).toContainText('this computer has no key for it');
    await expect(toggle(page)).toHaveCount(0);
  });
});
