import { expect } from '@playwright/test';
import { test } from './fixtures';

test('shows the account at a glance', async ({ warm: { page, desk } }) => {
  await desk.find('1001');
  await expect(desk.money('Balance')).toHaveText('Balance−€89.70as the API sends it');
  await expect(desk.money('Consumption credit')).toContainText('€12.50');
  await expect(desk.money('Dunning level')).toContainText('Dunning Level 1');
  await expect(desk.money('Debt collection')).toContainText('In debt collection');
  await expect(desk.money('Open and overdue')).toContainText('€59.80');
  await expect(page.getByText(/^As of \d\d:\d\d:\d\d$/)).toBeVisible();
});

test('shows an ID above 2^53 digit for digit', async ({ warm: { desk } }) => {
  await desk.find('9007199254740993');
  await expect(desk.customer).toContainText('ID 9007199254740993');
  await expect(desk.money('Debt collection')).toContainText('Not in debt collection');
});

test('shows bookings around today in one table', async ({ warm: { desk } }) => {
  for (const id of ['1001', '9014']) {
    await desk.find(id);
    await expect(desk.bookings.getByText(/^Today, /)).toBeInViewport();
  }
  await desk.find('1001');
  await expect(desk.bookings.getByRole('row').filter({ hasText: 'Installment plan' })).toHaveCount(1);
});

test('keeps the content during a refresh and updates its time', async ({ warm: { page, desk } }) => {
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await page.keyboard.press('F5');
  await expect(desk.money('Balance')).toContainText('89.70');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(desk.money('Balance')).toContainText('89.70');
});

test('keeps the other panels when the account fails', async ({ warm: { page, desk } }) => {
  await desk.find('9500');
  await expect(desk.diagnostics).toContainText('Missing: Account.');
  await expect(desk.customer).toContainText('9-09500');
  // What is open is known from the bookings.
  await expect(desk.money('Open and overdue')).toContainText('Nothing open');
  await expect(desk.money('Next due')).toContainText('€29.90');
  await expect(desk.bookings.getByRole('row').filter({ hasText: '€' }).first()).toBeVisible();
  await expect(page.getByText(/^As of/)).toBeHidden();
});

test('tells of one outage once, however many panels it took', async ({ warm: { page, desk } }) => {
  await desk.find('demo');
  await desk.list.getByRole('option').filter({ hasText: '9-08500' }).click();
  await expect(desk.diagnostics).toContainText(
    'Missing: Account, Upcoming transactions, Past transactions, Contracts.',
  );
  await expect(desk.account).toContainText('Past transactions could not be loaded.');
  await expect(desk.account).toContainText('Upcoming transactions could not be loaded.');
  await expect(desk.diagnostics.getByRole('button', { name: 'Copy trace ID' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(1);
  await desk.openFacts();
  await desk.facts.getByRole('button', { name: 'Past transactions' }).click();
  await expect(desk.fact('Request')).toContainText('/v1/customers/8500/account/transactions');
  await desk.closeFacts();
  await page.keyboard.press('F5');
  await expect(desk.customer).toContainText('The customer could not be refreshed.');
  await expect(desk.customer).toContainText('9-08500');
});

test('shows texts, money and dates in German', async ({ warm: { page, desk } }) => {
  await desk.find('1001');
  await desk.speakGerman();
  await expect(page.getByRole('searchbox', { name: 'Kunden finden' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Saldo' })).toContainText(/−89,70\s€/);
  await expect(page.getByRole('region', { name: 'Konto' })).toContainText('Im Inkasso');
});

test('a balance that was not sent is shown as that', async ({ warm: { desk } }) => {
  await desk.find('9005');
  await expect(desk.money('Balance')).toHaveText('BalanceNot supplied');
});

for (const [id, balance] of [
  ['9003', '€0.00'],
  ['9007', /−?JP¥[\d,]+$/],
  ['9008', /KWD\s12\.345$/],
  ['9009', /ZZQ\s[\d.]+$/],
  ['9010', /[\d.]+ EURO$/],
  ['9011', '€0.07'],
  ['9012', '€1,234,567.89'],
  ['9029', '€12,345,678,901,234,567.89'],
  ['9030', '€1,500.00'],
] as const) {
  test(`the balance of ${id} is shown as ${balance}`, async ({ warm: { desk } }) => {
    await desk.find(id);
    await expect(desk.money('Balance').getByRole('button')).toHaveText(balance);
  });
}

test('says what is missing', async ({ warm: { desk } }) => {
  await desk.find('9006');
  for (const name of ['Balance', 'Consumption credit', 'Dunning level'])
    await expect(desk.money(name)).toContainText('Not supplied');
  await desk.find('9027');
  await expect(desk.customer.getByRole('heading')).toHaveText('Name not supplied');
  await expect(desk.customer).toContainText('No. Not supplied');
  await desk.find('9020');
  await expect(desk.customer).toContainText('FROZEN');
  await desk.find('9016');
  await expect(desk.bookings.getByRole('row').filter({ hasText: 'Not supplied' }).first()).toBeVisible();
  await desk.find('9015');
  await expect(desk.bookings).toContainText('No past transactions.');
  await expect(desk.bookings).toContainText('No upcoming transactions.');
});

test('sums open amounts of several currencies apart', async ({ warm: { desk } }) => {
  await desk.find('9017');
  const open = desk.money('Open and overdue');
  await expect(open).toContainText('€59.80');
  await expect(open).toContainText(/CHF\s63\.00/);
  await expect(open).toContainText('JP¥9,000');
});

test('loads the bookings of a customer with hundreds by itself, each once', async ({
  warm: { page, desk },
}) => {
  await desk.find('9014');
  // 460 bookings, the heading row and the row of today.
  await expect(desk.bookings).toHaveAttribute('aria-rowcount', '462');
  await expect(page.getByRole('button', { name: /Show (earlier|later) transactions/ })).toHaveCount(0);
  await expect(desk.money('Open and overdue')).toContainText('2 transactions, the oldest');
  await expect(desk.money('Open and overdue')).not.toContainText('loaded');
});

test('loads 500 bookings by itself and the rest on demand, and says how many a sum is of', async ({
  warm: { page, desk },
}) => {
  await desk.find('9125');
  const open = desk.money('Open and overdue');
  await expect(open).toContainText(/3 transactions, the oldest \d+ days late, 500 loaded so far/);
  const more = page.getByRole('button', { name: 'Show earlier transactions' });
  await page.keyboard.press('ControlOrMeta+Shift+K');
  await expect(open).toContainText('550 loaded so far');
  await more.click();
  await expect(open).toContainText('600 loaded so far');
  await more.click();
  await expect(open).toContainText('4 transactions, ');
  await expect(open).not.toContainText('loaded');
});

test('says what is due next, and when', async ({ warm: { desk } }) => {
  await desk.find('1001');
  await expect(desk.money('Next due')).toContainText(/€29\.90.*, (in \d+ days|tomorrow|today)$/);
  await desk.find('9028');
  await expect(desk.money('Next due')).toContainText(/€4\.50.*, today, 2 transactions$/);
  await desk.find('9004');
  await expect(desk.money('Next due')).toContainText('Nothing due');
});
