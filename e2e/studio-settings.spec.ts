import { expect } from '@playwright/test';
import { test } from './fixtures';
import { searchIn, whereButton } from './where-to-search';

test.describe('the settings', () => {
  test('list the studios: test, rename, replace the key and remove, by keyboard', async ({
    openStudios,
    secrets,
    api,
  }) => {
    const { page } = await openStudios(['Munich', 'Nuremberg', 'City Gym']);
    await page.keyboard.press('ControlOrMeta+,');
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
    launch,
    api,
    secrets,
  }) => {
    const { app, page, desk } = await launch(['--lang=en-GB'], secrets.env);
    await desk.connect(api.origin, api.key);
    await expect(page.getByText('Connected: Fit Example Munich')).toBeVisible();
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    });
    const gym = api.studios.find(({ name }) => name === 'City Gym');
    await page.keyboard.press('ControlOrMeta+,');
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
    await page.keyboard.press('ControlOrMeta+,');
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
    await expect(whereButton(page)).toHaveText(/All 4 studios/);
    await desk.find('1001');
    await expect(desk.list.getByRole('option')).toHaveCount(1);
  });
});
