import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { runToExit } from './launch';
import { searchIn, whereButton } from './where-to-search';

const coverage = (page: Page) => page.getByRole('status').filter({ hasText: /\d+ of \d+ studios/ });

test.describe('the demo data', () => {
  test.use({ apiOptions: {} });

  test('searches all studios first, names the studio of each customer, and requests the account there', async ({
    warmStudios: { page, desk },
  }) => {
    await expect(whereButton(page)).toHaveText(/All 5 studios/);
    await desk.find('edgar bullock');
    const gym = desk.list.getByRole('option').filter({ hasText: 'City Gym' });
    await expect(gym).toContainText('1-12345');
    await expect(desk.list.getByRole('option').filter({ hasText: 'Fit Example Munich' })).toHaveCount(3);
    await gym.click();
    await expect(desk.customer).toContainText('City Gym');
    await expect(desk.money('Balance')).toContainText('−€19.90');
    // The customer of Munich with the same ID is another person.
    await expect(desk.list.locator('[aria-current]')).toHaveCount(1);
    await expect(desk.list.locator('[aria-current]')).toContainText('City Gym');
  });

  test('a customer number of two studios opens no customer automatically', async ({
    warmStudios: { page, desk },
  }) => {
    await desk.find('1-12345');
    await expect(page.getByRole('heading', { name: '2 customers for “1-12345”' })).toBeVisible();
    await expect(desk.customer).toBeHidden();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(desk.money('Balance')).toBeVisible();
  });

  test('F4 chooses a studio by typing, and its failure names it', async ({ launch }) => {
    const { page, desk } = await launch(['--demo', '--lang=en-GB']);
    const choices = page.getByRole('dialog', { name: 'Where to search' }).getByRole('option');
    await page.keyboard.press('F4');
    await expect(choices.and(page.locator('[aria-checked=true]'))).toContainText('All 5 studios');
    await page.keyboard.press('Escape');
    await searchIn(page, 'ulm');
    await expect(whereButton(page)).toHaveText(/Fit Example Ulm/);
    await page.keyboard.press('F4');
    await expect(choices.and(page.locator('[aria-checked=true]'))).toContainText('Fit Example Ulm');
    await page.keyboard.press('Escape');
    await desk.find('demo');
    await expect(desk.diagnostics).toContainText('Fit Example Ulm: Too many requests from this studio.');
    await desk.openFacts();
    await expect(desk.fact('Studio')).toContainText('1210093520');
    await page.keyboard.press('ControlOrMeta+Shift+C');
    await expect.poll(() => desk.clipboard()).toContain('| Studio | 1210093520 |');
    await desk.closeFacts();
    // The others go on.
    await desk.diagnostics.getByRole('button', { name: 'Search all studios' }).click();
    await desk.find('1001');
    await expect(desk.money('Balance')).toContainText('89.70');
  });

  test('a customer of a studio without a key is shown without an account, and with advice', async ({
    warmStudios: { page, desk },
  }) => {
    await desk.find('9705');
    await expect(desk.customer).toContainText('Studio 1210093540');
    await expect(desk.account).toContainText(
      'Belongs to studio 1210093540: this computer has no key for it.',
    );
    await expect(desk.bookings).toBeHidden();
    await expect(desk.diagnostics).toBeHidden();
    await page.keyboard.press('F5');
    await expect(desk.customer).not.toContainText('could not be refreshed');
  });

  test('follows a moved customer to the new studio, and says so', async ({ warmStudios: { page, desk } }) => {
    await desk.find('moved demo');
    await expect(page.getByRole('region', { name: 'Moved customer' })).toContainText(
      'They now belong to Fit Example Augsburg.',
    );
    await expect(desk.money('Balance')).toContainText('−€29.90');
    await expect(desk.diagnostics).toBeHidden();
    await expect(desk.list.getByRole('option')).toContainText('Fit Example Augsburg');
    await page.keyboard.press('ControlOrMeta+Shift+X');
    await expect(page.getByRole('region', { name: 'Moved customer' })).toBeHidden();
  });

  test('a lookup from outside searches in the studio that it names', async ({ launch, home, display }) => {
    const { page, desk } = await launch([
      '--demo',
      '--lang=en-GB',
      '--customer=1-12345',
      '--studio=City Gym',
    ]);
    await expect(desk.customer).toContainText('City Gym');
    await page.keyboard.press('ControlOrMeta+Shift+X');
    const link = 'ringside://customer/1002?studio=1210093500';
    expect((await runToExit(['--demo', '--', link], { home, display })).code).toBe(0);
    await expect(desk.customer).toContainText('Fit Example Munich');
    await page.keyboard.press('ControlOrMeta+Shift+X');
    const unknown = 'ringside://search?q=1001&studio=Atlantis';
    expect((await runToExit(['--demo', '--', unknown], { home, display })).code).toBe(0);
    await expect(page.getByText('No single studio matches “Atlantis”.')).toBeVisible();
    await expect(desk.customer).toContainText('Edgar Thomas Bullock Meyer');
  });
});

test.describe('studios without a search of their chain', () => {
  test('show which have answered, open no customer, and are asked again', async ({ openStudios }) => {
    const { page, desk } = await openStudios(['Munich', 'Ulm', 'Nuremberg']);
    await desk.find('1001');
    await expect(coverage(page)).toHaveText('1 of 3 studios have answered.');
    const results = page.getByRole('complementary');
    await expect(results).toContainText('Fit Example Ulm: Too many requests from this studio.');
    await expect(results).toContainText('Fit Example Nuremberg: The API key was refused.');
    await expect(desk.customer).toBeHidden();
    // The strip asks for the key of the studio that refused it.
    await expect(page.getByRole('region', { name: 'A new key is needed' })).toContainText(
      'Fit Example Nuremberg: The API key was refused.',
    );
    await desk.box.press('ArrowDown');
    await desk.box.press('Enter');
    await expect(desk.money('Balance')).toContainText('89.70');
    await page.getByRole('button', { name: 'Ask them again' }).click();
    await expect(coverage(page)).toHaveText('1 of 3 studios have answered.');
    await expect(desk.list.getByRole('option')).toHaveCount(1);
  });

  test('do not say that nobody was found before all have answered', async ({ openStudios }) => {
    const { page, desk } = await openStudios(['Munich', 'Ulm']);
    await desk.find('nobody@example.com');
    await expect(page.getByRole('heading', { name: 'No customer found yet' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'No customer found for' })).toBeHidden();
    await searchIn(page, 'munich');
    await expect(page.getByRole('heading', { name: 'No customer found for' })).toBeVisible();
  });

  test('show hits as they arrive, and open a customer after the slow one has answered', async ({
    openStudios,
  }) => {
    const { page, desk } = await openStudios(['Munich', 'Augsburg']);
    await desk.find('1001');
    await expect(coverage(page)).toHaveText('1 of 2 studios have answered.');
    await expect(desk.list.getByRole('option')).toHaveCount(1);
    await expect(desk.customer).toBeHidden();
    await expect(desk.customer).toBeVisible();
    await expect(coverage(page)).toBeHidden();
  });
});

test('Escape stops waiting, keeps the hits, and the missing studios can be asked again', async ({
  openStudios,
}) => {
  const { page, desk } = await openStudios(['Munich', 'Augsburg']);
  await desk.find('bullock');
  await expect(desk.list.getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Searching…' })).toBeVisible();
  const hits = await desk.list.getByRole('option').count();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'for “bullock”' })).toBeVisible();
  await expect(desk.list.getByRole('option')).toHaveCount(hits);
  await expect(coverage(page)).toHaveText('1 of 2 studios have answered.');
  await page.getByRole('button', { name: 'Ask them again' }).click();
  await expect(coverage(page)).toBeHidden();
});

test('"Later" holds until a key is changed', async ({ openStudios }) => {
  const { page, desk } = await openStudios(['Munich', 'Nuremberg']);
  const prompt = page.getByRole('region', { name: 'A new key is needed' });
  await desk.find('1001');
  await prompt.getByRole('button', { name: 'Later' }).click();
  await expect(prompt).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await desk.find('1002');
  await expect(coverage(page)).toHaveText('1 of 2 studios have answered.');
  await expect(prompt).toBeHidden();
});
