import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';

const explanation = (page: Page, name = 'Explanation') => page.getByRole('group', { name, exact: true });
/** The text without its quotation marks. */
const sentence = (page: Page, name?: string) => explanation(page, name).locator('q');
const date = String.raw`\d{1,2} [A-Z][a-z]+ \d{4}`;
const nothing = String.raw`No past transactions are open\.`;
const plan = 'part of an installment plan';
/** On the first day of a month something is due today. */
const next = `(The next amount due is €[\\d.]+, on ${date}|€[\\d.]+ is due today)\\.`;
const open = (bookings: string, sum: string) =>
  `${bookings} transactions are open: ${sum}\\. The oldest was due on ${date}\\.`;
const pause = `from ${date} to ${date}; the reason given is ‘.+’`;
const reason = 'The reason given is ‘Outstanding fees’';

/** What the text says of these customers of the demo. */
const texts: Record<string, string[]> = {
  // What is open and since when, what comes next, what is paused, and that an agency has the claims.
  '1001': [
    open('Two', '€59.80 in total'),
    next,
    `One open transaction is ${plan}\\.`,
    `The contract ‘Premium’ (is|will be) paused ${pause}\\.`,
    'Open claims have been passed to a debt collection agency\\.',
  ],
  '9013': [
    open('Four', '€140.00 in total'),
    'Two of the open transactions are partly settled\\.',
    next,
    `Four open transactions and twelve upcoming transactions are ${plan}\\.`,
  ],
  // Currencies are never added.
  '9017': [open('Six', '€59.80, CHF\\s63.00 and JP¥9,000'), next],
  '9040': [open('Three', '€42.40 in total'), 'Two of them are fees: €12.50 in total\\.', next],
  '9105': [nothing, next, `The contract ‘Premium’ is paused ${pause}\\.`],
  '9106': [nothing, next, `The contract ‘Premium’ will be paused ${pause}\\.`],
  '9101': ['.+', `Access is blocked\\. ${reason}, in force from ${date} to ${date}\\.`],
  '9102': ['.+', `Access is blocked\\. ${reason}, in force since ${date}, with no end set\\.`],
  '9018': [nothing, next, 'Access is blocked\\.'],
  '9015': [nothing],
};

test('says what is open, fees, partly settled, next due, in installments, paused, blocked and passed to an agency', async ({
  warm: { page, desk },
}) => {
  for (const [id, said] of Object.entries(texts)) {
    await desk.find(id);
    await expect(sentence(page), id).toHaveText(new RegExp(`^${said.join(' ')}$`));
  }
});

test('Copy and Ctrl+Shift+E copy the text as it is shown', async ({ warm: { app, page, desk } }) => {
  await desk.find('1001');
  await explanation(page).getByRole('button', { name: 'Copy' }).click();
  const said = page.getByRole('status').filter({ hasText: 'Copied explanation' });
  await expect(said).toBeVisible();
  const shown = await sentence(page).innerText();
  expect(await desk.clipboard()).toBe(shown);
  await app.evaluate(({ clipboard }) => clipboard.writeText(''));
  await page.keyboard.press('ControlOrMeta+Shift+E');
  await expect.poll(() => desk.clipboard()).toBe(shown);
});

test('the text changes to the language of the customer, and so does the copy, until another one is opened', async ({
  warm: { page, desk },
}) => {
  await desk.find('9126');
  await expect(sentence(page)).toHaveText(/^(No past|One transaction|\w+ transactions)/);
  await expect(sentence(page)).toHaveAttribute('lang', 'en');
  await explanation(page).getByRole('button', { name: 'Auf Deutsch' }).focus();
  await page.keyboard.press('Enter');
  await expect(sentence(page)).toHaveText(/ \d{1,2}\. [A-Z]\S+ \d{4} fällig\.$/);
  await expect(sentence(page)).toHaveAttribute('lang', 'de');
  await page.keyboard.press('ControlOrMeta+Shift+E');
  await expect(page.getByRole('status').filter({ hasText: 'Copied explanation' })).toBeVisible();
  expect(await desk.clipboard()).toBe(await sentence(page).innerText());
  await expect(explanation(page).getByRole('button', { name: 'In English' })).toBeFocused();
  await desk.find('9018');
  await expect(sentence(page)).toHaveAttribute('lang', 'en');
});

test('a line below says that balance and open sum differ, only where they do', async ({
  warm: { page, desk },
}) => {
  const line = 'The balance and the open sum differ';
  await desk.find('9120');
  await expect(sentence(page)).toContainText('€59.80');
  await expect(explanation(page)).toContainText(line);
  await desk.find('9002');
  await expect(sentence(page)).toContainText('€89.70');
  await expect(explanation(page)).not.toContainText(line);
});

test('what could not be loaded is called unknown', async ({ warm: { page, desk } }) => {
  await desk.find('9500');
  await expect(sentence(page)).toContainText(
    'It is not known at the moment whether open claims have been passed to a debt collection agency.',
  );
  await desk.find('9604');
  await expect(desk.diagnostics).toContainText('Missing');
  await expect(explanation(page)).toHaveCount(0);
});

test('nothing is explained or copied before the caller is verified', async ({
  warmVerifying: { page, desk },
}) => {
  await desk.find('1001');
  await expect(desk.account).toContainText('Date of birth');
  await page.keyboard.press('ControlOrMeta+Shift+E');
  await expect(explanation(page)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+1');
  await expect(sentence(page)).toBeVisible();
  expect(await desk.clipboard()).toBe('');
});

test('the explanation is in German on a German desk', async ({ warm: { page, desk } }) => {
  await desk.find('1001');
  await desk.speakGerman();
  await expect(sentence(page, 'Erklärung')).toHaveText(
    /^Zwei Buchungen sind offen: zusammen 59,80\s€\. Die älteste ist seit dem \d{1,2}\. \S+ \d{4} fällig\./,
  );
  await expect(explanation(page, 'Erklärung').getByRole('button', { name: 'Kopieren' })).toBeVisible();
});
