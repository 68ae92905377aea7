import { expect } from '@playwright/test';
import { test } from './fixtures';
import { canaryKey } from './saved-studios';

test.describe('a desk with one studio', () => {
  test.use({ apiOptions: { chainKey: canaryKey } });

  test('F4 searches all studios, finds customers of other studios, and names the studio', async ({
    connected: { page, desk },
  }) => {
    await desk.find('102001');
    await expect(desk.diagnostics).toContainText('This record belongs to another studio.');
    await desk.diagnostics.getByRole('button', { name: 'Search all studios' }).click();
    await expect(page.getByRole('search').getByRole('button', { name: 'All studios' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(desk.customer).toContainText('ID 102001');
    await expect(desk.customer).toContainText('Studio 1210093510');
    await expect(desk.list.getByRole('option').first()).toContainText('Studio 1210093510');
    // The money needs the key of the home studio, which this desk does not have; no other key is tried.
    await expect(desk.account).toContainText(
      'Belongs to studio 1210093510: this computer has no key for it.',
    );
    await expect(desk.account).toContainText('Ask your administrator');
    await expect(desk.diagnostics).toBeHidden();
    await page.keyboard.press('F5');
    await expect(desk.customer).toContainText('ID 102001');
    await expect(desk.customer).not.toContainText('could not be refreshed');

    await page.keyboard.press('F4');
    await expect(page.getByRole('search').getByRole('button', { name: 'This studio' })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    await expect(desk.diagnostics).toContainText('This record belongs to another studio.');
  });

  test('names are found across studios', async ({ connected: { page, desk } }) => {
    await desk.find('a');
    const heading = page.getByRole('heading', { name: 'for “a”' });
    await expect(heading).toBeVisible();
    const one = Number((await heading.innerText()).replace(/\D.*/, ''));
    await page.keyboard.press('F4');
    await expect
      .poll(async () => Number((await heading.innerText()).replace(/\D.*/, '')))
      .toBeGreaterThan(one);
  });
});

test('a key without the scope is reported, searches its own studio, and can be replaced', async ({
  launch,
  secrets,
  api,
}) => {
  const { page, desk } = await launch(['--lang=en-GB'], secrets.env);
  await desk.connect(api.origin, canaryKey);
  await expect(desk.box).toBeVisible();
  await page.keyboard.press('F4');
  await expect(page.getByRole('search').getByRole('button', { name: 'All studios' })).toBeVisible();
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(page.getByText('This key has no permission to search other studios (403).')).toBeVisible();
  const chip = page.getByRole('search').getByRole('button', { name: 'This studio' });
  await expect(chip).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('F4');
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  await expect(desk.diagnostics).toBeHidden();

  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('textbox', { name: 'API key' }).fill(canaryKey);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('This key has no permission to search other studios (403).')).toBeHidden();
  await page.keyboard.press('F4');
  await expect(page.getByText('This key has no permission to search other studios (403).')).toBeVisible();
});
