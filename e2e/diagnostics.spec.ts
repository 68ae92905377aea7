import { expect } from '@playwright/test';
import { typedArgTypes } from '../preload/contract/problem';
import { test } from './fixtures';
import { canaryKey } from './saved-studios';
import type { Warm } from './warm-desk';

/** Status of a customer's account, and its facts on the desk and on the clipboard. */
async function showsAndCopies(status: number, { page, desk }: Pick<Warm, 'page' | 'desk'>): Promise<void> {
  await desk.find(`9${status}`);
  await expect(desk.diagnostics).toContainText('Tell the caller');
  await expect(desk.stripFact('HTTP status')).toContainText(String(status));
  // The facts do not open by themselves.
  await expect(desk.facts).toBeHidden();
  await desk.openFacts();
  await expect(desk.fact('HTTP status')).toContainText(String(status));
  await expect(desk.fact('Request')).toContainText(`GET /v1/customers/9${status}/account/balances`);
  await expect(desk.fact('Error message')).not.toContainText('Not supplied');
  await expect(desk.fact('Error code')).not.toContainText('Not supplied');
  const traceId = (await desk.fact('Trace ID').textContent())?.replace('Trace ID', '') ?? '';
  expect(traceId).toMatch(/^[\da-f]{16,}$/);

  await desk.closeFacts();
  await desk.diagnostics.getByRole('button', { name: 'Copy trace ID' }).click();
  await expect(desk.diagnostics.getByRole('status')).toHaveText('Copied the trace ID');
  expect(await desk.clipboard()).toBe(traceId);

  await page.keyboard.press('ControlOrMeta+Shift+C');
  await expect.poll(() => desk.clipboard()).toContain('| Trace ID |');
  const report = await desk.clipboard();
  expect(report).toContain(traceId);
  expect(report).toContain(`| HTTP status | ${status}`);
  expect(report).toContain('GET /v1/customers/{customerId}/account/balances');
  // A ticket must contain neither the ID of the path nor the customer.
  for (const personal of [`9${status}`, 'Demo', '1990']) expect(report).not.toContain(personal);
}

for (const status of [400, 401, 403, 404, 409, 500, 503])
  test(`${status} on the account shows its facts and copies them`, ({ warm }) =>
    showsAndCopies(status, warm));

test('429 on the account shows its facts and copies them', ({ demo }) => showsAndCopies(429, demo));

test('shows all 17 types of arguments by their type', async ({ warm: { desk } }) => {
  await desk.find('9400');
  await desk.openFacts();
  for (const type of typedArgTypes) await expect(desk.fact('Arguments')).toContainText(type);
  await expect(desk.fact('Arguments')).toContainText('MONEY €20.00');
});

test('reports a failed search, and does not report that nobody was found', async ({
  warm: { page, desk },
}) => {
  await desk.find('8500');
  await expect(desk.diagnostics).toContainText('The customer may still exist.');
  await expect(page.getByText('No customer found')).toBeHidden();
  await expect(desk.stripFact('HTTP status')).toContainText('500');
  await expect(desk.box).toHaveValue('8500');
});

test('requests three times before it reports a 503, and once before a 500', async ({ warm: { desk } }) => {
  await desk.find('9503');
  await desk.openFacts();
  await expect(desk.fact('Duration')).toContainText('3 attempts');
  await desk.closeFacts();
  await desk.find('9500');
  await expect(desk.stripFact('HTTP status')).toContainText('500');
  await desk.openFacts();
  await expect(desk.fact('Duration')).toContainText('1 attempt');
});

test('pauses an endpoint after a 429 and shows for how long', async ({ demo: { desk } }) => {
  await desk.find('9429');
  await expect(desk.diagnostics.getByRole('timer')).toHaveText(/^Continues automatically in [1-6]?\d s\.$/);
  await desk.find('1001');
  await expect(desk.customer).toContainText('1-12345');
  await expect(desk.diagnostics).toContainText('Too many requests from this studio.');
  await expect(desk.bookings.getByRole('row').filter({ hasText: '€' }).first()).toBeVisible();
});

test('"Try again" sends the request again', async ({ warm: { desk } }) => {
  await desk.find('9500');
  const trace = desk.stripFact('Trace ID');
  const before = await trace.textContent();
  await desk.diagnostics.getByRole('button', { name: 'Try again' }).click();
  await expect(trace).not.toHaveText(before ?? '');
});

test('the strip goes with the failure, and typing reaches the search box', async ({
  warm: { page, desk },
}) => {
  await desk.find('9604');
  await expect(desk.diagnostics).toBeVisible();
  await desk.find('1001');
  await expect(desk.diagnostics).toBeHidden();
  await page.keyboard.type('x');
  await expect(desk.box).toHaveValue(/x/);
});

test('shows a failed search even while an older failure is shown', async ({ warm: { desk } }) => {
  await desk.find('9603');
  await expect(desk.diagnostics).toContainText('Missing: Account.');
  await desk.find('8500');
  await expect(desk.diagnostics).toContainText('The customer may still exist.');
  await desk.openFacts();
  await expect(desk.fact('Request')).toHaveText(/\/v1\/customers\/8500$/);
});

test('F8 opens and closes all facts over the desk, with and without a failure', async ({
  warm: { page, desk },
}) => {
  await desk.find('9500');
  await desk.openFacts();
  await expect(desk.fact('HTTP status')).toContainText('500');
  await desk.closeFacts();
  await expect(desk.diagnostics).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await page.keyboard.press('F8');
  await expect(desk.facts).toContainText('Nothing has failed');
});

test('a sentence for the caller promises nothing, and no retry is offered where it cannot help', async ({
  warm: { desk },
}) => {
  await desk.find('9403');
  await expect(desk.diagnostics).toContainText('Shall I call you back on');
  await expect(desk.diagnostics).not.toContainText('reported');
  await expect(desk.diagnostics.getByRole('button', { name: 'Try again' })).toBeHidden();
  await desk.find('9500');
  await expect(desk.diagnostics).toContainText('I can try once more');
  await expect(desk.diagnostics.getByRole('button', { name: 'Try again' })).toBeVisible();
});

for (const [id, title, status] of [
  ['9602', 'Something other than the API responded', '200'],
  ['9502', 'The API is currently unavailable.', '502'],
  ['9605', 'Ringside could not read the response of the API.', '200'],
  ['9608', 'Ringside could not read the response of the API.', '200'],
  ['9609', 'The connection to the API was lost.', 'No response'],
] as const) {
  test(`${id}: ${title}`, async ({ warm: { desk } }) => {
    await desk.find(id);
    await expect(desk.diagnostics).toContainText(title);
    await expect(desk.stripFact('HTTP status')).toContainText(status);
  });
}

test('leads with the report where the API gave no trace ID, and shows the one that was sent', async ({
  warm: { desk },
}) => {
  await desk.find('9603');
  await desk.openFacts();
  await expect(desk.fact('Trace ID')).toContainText('Not supplied');
  const id = (await desk.fact('Trace ID sent').textContent())?.replace('Trace ID sent', '') ?? '';
  expect(id).toMatch(/^[\da-f]{32}$/);
  await desk.closeFacts();
  await expect(desk.diagnostics.getByRole('button', { name: 'Copy trace ID' })).toBeHidden();
  await desk.diagnostics.getByRole('button', { name: 'Copy report' }).click();
  await expect(desk.diagnostics.getByRole('status')).toHaveText('Copied the report');
  expect(await desk.clipboard()).toContain(id);
});

test('shows markup in an error as text', async ({ warm: { page, desk } }) => {
  await desk.find('9606');
  await expect(desk.stripFact('Error message')).toContainText('<script>');
  expect(
    await page.evaluate(() => document.querySelectorAll('#root script, #root img, #root b').length),
  ).toBe(0);
});

test('shows an error that names the customer, and copies it without the name', async ({
  warm: { page, desk },
}) => {
  await desk.find('9607');
  await expect(desk.stripFact('Error message')).toContainText('Demo');
  await page.keyboard.press('ControlOrMeta+Shift+C');
  await expect.poll(() => desk.clipboard()).toContain('| Error message |');
  const report = await desk.clipboard();
  for (const personal of ['Demo', 'Personal', '9607', '@']) expect(report).not.toContain(personal);
});

test('neither shows nor copies the key that an error repeats', async ({ launch, secrets, api }) => {
  const { page, desk } = await launch(['--lang=en-GB'], secrets.env);
  await desk.connect(api.origin, canaryKey);
  await desk.find('9610');
  await expect(desk.stripFact('Error message')).toContainText('[removed]');
  expect(await page.content()).not.toContain(canaryKey);
  await page.keyboard.press('ControlOrMeta+Shift+C');
  await expect.poll(() => desk.clipboard()).toContain('| Error message |');
  expect(await desk.clipboard()).not.toContain(canaryKey);
});

test('repeats a request after one 503, and the account is shown', async ({ demo: { desk } }) => {
  await desk.find('9611');
  await expect(desk.money('Balance')).toContainText(/\d/);
  await expect(desk.diagnostics).toBeHidden();
});
