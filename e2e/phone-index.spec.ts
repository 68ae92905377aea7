import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { axeFindings } from './axe';
import { test } from './fixtures';
import type { Launched } from './launch';
import { munich, saveStudios } from './saved-studios';

/** Number of customer 1001 of the demo data, and of nobody else. */
const number = '030 23125001';

const list = (page: Page) => page.getByRole('complementary', { name: 'Customers' });
const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' });

/** Opens one studio of the demo server, with a policy beside the telephone index on request. */
let open: (studio: string, policy?: object) => Promise<Launched>;

test.beforeEach(({ launch, home, secrets, api }) => {
  open = async (studio, policy = {}) => {
    const file = join(home, 'policy.json');
    await writeFile(file, JSON.stringify({ phoneLookup: 'onDemand', ...policy }));
    await saveStudios(
      home,
      secrets,
      api.studios.filter(({ name }) => name === studio),
    );
    return launch(['--lang=en-GB', `--policy=${file}`], secrets.env);
  };
});

test.describe('with the telephone index on request', () => {
  const policy = { phoneLookup: 'onDemand' };

  test('the first number makes the index, and opens its customer without a key', async ({
    openWithPolicy,
  }) => {
    const { desk } = await openWithPolicy(policy);
    await desk.find(number);
    await expect(desk.customer.getByRole('heading')).toContainText('Edgar');
    await expect(desk.box).toBeFocused();
  });

  test('a number of nobody is said to be of nobody, and when the index was made', async ({
    openWithPolicy,
  }) => {
    const { page, desk } = await openWithPolicy(policy);
    await desk.find('030 23125 999');
    await expect(list(page)).toContainText('No customer found for “030 23125 999”');
    await expect(list(page)).toContainText(
      /No match among the members of Fit Example Munich, as of \d\d:\d\d\. Ask for the name or date of birth\./,
    );
    await expect(
      page.locator('[aria-live=polite]', { hasText: 'The telephone index is complete.' }),
    ).toHaveCount(1);
  });

  test('a number that 25 customers have is told as that of a company', async ({ openWithPolicy }) => {
    const { page, desk } = await openWithPolicy(policy);
    await page.keyboard.press('ControlOrMeta+Shift+N');
    await desk.find('069 90009000');
    await expect(list(page)).toContainText('This number is recorded for 25 customers');
    await expect(list(page)).toContainText(
      'This is probably the main number of a company. Ask for the name.',
    );
    await expect(desk.list.getByRole('option')).toHaveCount(0);
  });

  test('the settings make the index, and delete it at the second press', async () => {
    const { page, desk } = await open(munich.name);
    await page.keyboard.press('ControlOrMeta+,');
    const dialog = settings(page);
    await expect(dialog).toContainText('Find by telephone number');
    await expect(dialog).toContainText('On request');
    await expect(dialog).toContainText('has not been made yet');
    await dialog.getByRole('button', { name: 'Make the telephone index' }).click();
    await expect(dialog).toContainText(/Complete Fit Example Munich · \d+ customers · as of \d\d:\d\d/);
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Delete index' }).click();
    await dialog.getByRole('button', { name: 'Really delete the index?' }).click();
    await expect(dialog).toContainText('has not been made yet');
    await page.keyboard.press('Escape');
    await desk.find(number);
    await expect(list(page)).toContainText(`No customer found yet for “${number}”`);
    await expect(list(page)).toContainText(
      'The telephone index of Fit Example Munich has not been made yet.',
    );
    await expect(list(page)).toContainText(
      'So far, the number was compared only with the customers found in this session.',
    );
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('ControlOrMeta+Shift+N');
    await expect(desk.customer.getByRole('heading')).toContainText('Edgar');
  });
});

test('without the policy a number is compared as before, and the key does nothing', async ({
  warm: { page, desk },
}) => {
  await desk.find(number);
  await expect(list(page)).toContainText('None of the customers found in this session has it.');
  await page.keyboard.press('ControlOrMeta+Shift+N');
  await page.keyboard.press('F1');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys).toContainText('Make or fetch the telephone index (off by policy)');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  await expect(settings(page)).toContainText('Find by telephone numberSet by your administratorOff');
  await expect(list(page)).not.toContainText('telephone index');
});

test.describe('a studio of 20,000', () => {
  test.use({ apiOptions: { generated: 20_000 } });

  test('shows its progress and stops; what was read is found and does not open', async () => {
    // One request a minute: most customers are not read in this test.
    const { page, desk } = await open('Generated Gym', { phoneIndexRequestsPerMinute: 1 });
    await desk.find('069/90009-20000');
    await expect(list(page)).toContainText(/\d00 customers of Generated Gym read so far\./);
    const line = page.getByRole('contentinfo').getByRole('button', { name: 'Telephone index' });
    await expect(line).toHaveText(/^Telephone index: [\d,]+ customers$/);
    expect(await axeFindings(page)).toEqual([]);
    await desk.find('069/90009-00001');
    await expect(desk.list.getByRole('option')).toHaveCount(1);
    await expect(desk.customer).toBeHidden();
    await list(page).getByRole('button', { name: 'Stop' }).click();
    await expect(list(page)).toContainText(/\d00 customers read so far\./);
    await expect(list(page).getByRole('button', { name: 'Make the telephone index' })).toBeVisible();
    await expect(line).toBeHidden();
    await page.keyboard.press('ControlOrMeta+Shift+N');
    await expect(line).toBeVisible();
  });

  test('finds a number as soon as its customer was read', async () => {
    const { page, desk } = await open('Generated Gym');
    await desk.find('069/90009-02000');
    await expect(desk.list.getByRole('option')).toHaveCount(1);
    await expect(list(page)).toContainText('customers of Generated Gym read so far.');
    await expect(desk.customer).toBeHidden();
    await expect(desk.box).toBeFocused();
  });
});

test.describe('a studio of 1,500', () => {
  test.use({ apiOptions: { generated: 1_500 } });

  test('says why its index failed, and goes on', async ({ api }) => {
    const { page, desk } = await open('Generated Gym');
    api.failLists('internal');
    await desk.find('069/90009-01500');
    await expect(list(page)).toContainText('Generated Gym: The API reported a server error.');
    api.failLists(undefined);
    await list(page).getByRole('button', { name: 'Try again' }).click();
    await expect(desk.customer).toContainText('ID 601500');
  });
});
