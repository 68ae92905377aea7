import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { runToExit } from './launch';

/** The chip that shows where the desk searches. */
const where = (page: Page) => page.getByRole('search').getByRole('button', { name: 'Where to search' });

/** Chooses where to search, by keyboard. */
async function searchIn(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F4');
  await page.getByRole('dialog', { name: 'Where to search' }).getByRole('combobox').fill(text);
  await page.keyboard.press('Enter');
}

const coverage = (page: Page) => page.getByRole('status').filter({ hasText: /\d+ of \d+ studios/ });

test.describe('the demo data', () => {
  test.use({ apiOptions: {} });

  test('searches all studios first, names the studio of each customer, and requests the account there', async ({
    launch,
  }) => {
    const { page, desk } = await launch(['--demo', '--lang=en-GB']);
    await expect(where(page)).toHaveText(/All 5 studios/);
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

  test('a customer number of two studios opens no customer automatically', async ({ launch }) => {
    const { page, desk } = await launch(['--demo', '--lang=en-GB']);
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
    await expect(where(page)).toHaveText(/Fit Example Ulm/);
    await page.keyboard.press('F4');
    await expect(choices.and(page.locator('[aria-checked=true]'))).toContainText('Fit Example Ulm');
    await page.keyboard.press('Escape');
    await desk.find('demo');
    await expect(desk.diagnostics).toContainText('Fit Example Ulm: Too many requests from this studio.');
    await desk.openFacts();
    await expect(desk.fact('Studio')).toContainText('1210093520');
    await page.keyboard.press('Control+Shift+C');
    await expect.poll(() => desk.clipboard()).toContain('| Studio | 1210093520 |');
    await desk.closeFacts();
    // The others go on.
    await desk.diagnostics.getByRole('button', { name: 'Search all studios' }).click();
    await desk.find('1001');
    await expect(desk.money('Balance')).toContainText('89.70');
  });

  test('a customer of a studio without a key is shown without an account, and with advice', async ({
    launch,
  }) => {
    const { page, desk } = await launch(['--demo', '--lang=en-GB']);
    await desk.find('9705');
    await expect(desk.customer).toContainText('Studio 1210093540');
    await expect(desk.account).toContainText('Belongs to studio 1210093540: this desktop has no key for it.');
    await expect(desk.bookings).toBeHidden();
    await expect(desk.diagnostics).toBeHidden();
    await page.keyboard.press('F5');
    await expect(desk.customer).not.toContainText('could not be refreshed');
  });

  test('follows a moved customer to the new studio, and says so', async ({ launch }) => {
    const { page, desk } = await launch(['--demo', '--lang=en-GB']);
    await desk.find('moved demo');
    await expect(page.getByRole('region', { name: 'Moved customer' })).toContainText(
      'They now belong to Fit Example Augsburg.',
    );
    await expect(desk.money('Balance')).toContainText('−€29.90');
    await expect(desk.diagnostics).toBeHidden();
    await expect(desk.list.getByRole('option')).toContainText('Fit Example Augsburg');
    await page.keyboard.press('Control+Shift+X');
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
    await page.keyboard.press('Control+Shift+X');
    const link = 'ringside://customer/1002?studio=1210093500';
    expect((await runToExit(['--demo', '--', link], { home, display })).code).toBe(0);
    await expect(desk.customer).toContainText('Fit Example Munich');
    await page.keyboard.press('Control+Shift+X');
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
  await page.keyboard.press('Control+Shift+X');
  await desk.find('1002');
  await expect(coverage(page)).toHaveText('1 of 2 studios have answered.');
  await expect(prompt).toBeHidden();
});

test.describe('the settings', () => {
  test('list the studios: test, rename, replace the key and remove, by keyboard', async ({
    openStudios,
    secrets,
    api,
  }) => {
    const { page } = await openStudios(['Munich', 'Nuremberg', 'City Gym']);
    await page.keyboard.press('Control+,');
    const list = page.getByRole('list', { name: 'Studios', exact: true });
    await expect(list.getByRole('listitem')).toHaveCount(3);
    const item = (name: string) => list.getByRole('listitem').filter({ hasText: name });
    await item('Munich').getByRole('button', { name: 'Test' }).press('Enter');
    await expect(item('Munich').getByRole('status')).toContainText(
      /responded in \d+ ms and accepted the key/,
    );
    await item('Nuremberg').getByRole('button', { name: 'Test' }).press('Enter');
    await expect(item('Nuremberg').getByRole('status')).toContainText('The API key was refused.');
    // The API names Munich, so it cannot be renamed.
    await expect(item('Munich').getByRole('button', { name: 'Rename' })).toBeHidden();

    await item('Nuremberg').getByRole('button', { name: 'Replace key' }).press('Enter');
    await expect(page.getByText('Replaces the key of Fit Example Nuremberg.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'API key' })).toBeFocused();
    await page.keyboard.type(api.studios[0]?.key ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('This key belongs to another studio.');
    await expect(page.getByRole('alert')).toContainText('Fit Example Munich');
    await page.getByRole('textbox', { name: 'API key' }).fill('');
    await item('Nuremberg').getByRole('button', { name: 'Remove' }).press('Enter');
    await item('Nuremberg').getByRole('button', { name: 'Really remove it' }).press('Enter');
    await expect(list.getByRole('listitem')).toHaveCount(2);
    expect(await secrets.lookup(`${api.origin}#1210093530`)).toBeUndefined();
  });

  test('add a studio, show its name, and ask for a name that the API does not supply', async ({
    connected: { app, page, desk },
    api,
    secrets,
  }) => {
    await expect(page.getByText('Connected: Fit Example Munich')).toBeVisible();
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    });
    const gym = api.studios.find(({ name }) => name === 'City Gym');
    await page.keyboard.press('Control+,');
    await desk.connect(gym?.address ?? '', gym?.key ?? '');
    await expect(page.getByRole('alert')).toContainText(
      'The API did not say which studio this key belongs to.',
    );
    await page.getByRole('textbox', { name: 'Name of the studio' }).fill('Berlin');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByText('Connected: Berlin')).toBeVisible();
    expect(await secrets.lookup(`${gym?.address}#local-1`)).toBe(gym?.key);
    // A customer whom its key finds supplies its ID, and the key moves to the account of that ID.
    await searchIn(page, 'berlin');
    await desk.find('1002');
    await expect(desk.money('Balance')).toContainText('−€19.90');
    await page.keyboard.press('F5');
    await expect.poll(() => secrets.lookup(`${gym?.address}#1310004400`)).toBe(gym?.key);
    await page.keyboard.press('Control+,');
    const list = page.getByRole('list', { name: 'Studios', exact: true });
    const item = list.getByRole('listitem').filter({ hasText: 'Berlin' });
    await item.getByRole('button', { name: 'Rename' }).click();
    await item.getByRole('textbox').fill('City Gym Mitte');
    await item.getByRole('button', { name: 'Save' }).click();
    await expect(list.getByRole('listitem').filter({ hasText: 'City Gym Mitte' })).toBeVisible();
  });

  test('add many studios at once from pasted rows, and retry those that failed', async ({
    launch,
    secrets,
    api,
  }) => {
    const { app, page, desk } = await launch(['--lang=en-GB'], secrets.env);
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    });
    await page.getByRole('button', { name: 'Add studios' }).click();
    const box = page.getByRole('textbox', { name: 'Rows to add' });
    const bare = 'Berlin;f81d4fae-7dec-11d0-a765-00a0c91e6bf6;fit-berlin';
    await box.fill(bare);
    await expect(page.getByRole('row', { name: 'Berlin' })).toContainText('Choose the brand of the tenant');
    await expect(page.getByRole('button', { name: 'Connect all' })).toBeHidden();
    await page.getByRole('combobox', { name: 'Brand of the tenants' }).selectOption('magicline.com');
    await expect(page.getByRole('row', { name: 'Berlin' })).toContainText(
      'https://fit-berlin.open-api.magicline.com',
    );
    await box.fill(`${bare}\n`);
    await expect(page.getByRole('row', { name: 'Berlin' })).toContainText('Ready');
    const rows = api.studios.map(({ name, key, address }) => `${name};${key};${address}`);
    const withoutName = `;${api.studios.at(-1)?.key};${api.studios.at(-1)?.address}`;
    await box.fill(
      ['Studio;Key;Address', ...rows.slice(0, -1), withoutName, 'Broken;;https://x.example'].join('\r\n'),
    );
    const table = page.getByRole('table', { name: 'Studios to add' });
    await expect(table.getByRole('row')).toHaveCount(7);
    await expect(table.getByRole('row', { name: 'Broken' })).toContainText('Enter the API key.');
    expect(api.requests()).toBe(0);
    expect(await page.content()).not.toContain(`>${api.key}<`);
    await page.getByRole('button', { name: 'Connect all' }).click();
    await expect(table.getByRole('row', { name: 'Munich' })).toContainText('Connected');
    await expect(table.getByRole('row', { name: 'Nuremberg' })).toContainText('The API key was refused.');
    await expect(page.getByText('3 of 6 connected')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Rows to add' })).toHaveValue('');
    await page.getByRole('textbox', { name: 'Name of the studio in row 6' }).fill('City Gym');
    await page.keyboard.press('Enter');
    await expect(page.getByText('4 of 6 connected')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(where(page)).toHaveText(/All 4 studios/);
    await desk.find('1001');
    await expect(desk.list.getByRole('option')).toHaveCount(1);
  });
});
