import type { Page } from '@playwright/test';

/** The chip that shows where the desk searches. */
export const whereButton = (page: Page) =>
  page.getByRole('search').getByRole('button', { name: 'Where to search' });

/** Chooses where to search, by keyboard. */
export async function searchIn(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F4');
  await page.getByRole('dialog', { name: 'Where to search' }).getByRole('combobox').fill(text);
  await page.keyboard.press('Enter');
}
