import { expect } from '@playwright/test';
import { test } from './fixtures';

const region = 'Access restrictions';

test('an alert above the money says that access is blocked, why, since when and until when', async ({
  warm: { page, desk },
}) => {
  const alert = page.getByRole('alert').filter({ hasText: 'Access blocked' });
  await desk.find('9127');
  await expect(alert).toHaveText(/^Access blocked “Outstanding fees”, since \d+ \w+ \d{4}, no end set$/);
  const balance = await desk.money('Balance').boundingBox();
  const shown = await alert.boundingBox();
  expect(shown && balance && shown.y + shown.height).toBeLessThan(balance?.y ?? 0);
  await desk.find('9101');
  await expect(alert).toHaveText(/, since \d+ \w+ \d{4}, until \d+ \w+ \d{4}$/);
  await desk.find('9018');
  await expect(alert).toHaveText(
    'Access blocked The studio does not let this customer in at the moment. The studio gave no current reason.',
  );
  // One for each customer, not one for each who was opened.
  await expect(alert).toHaveCount(1);
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(alert).toHaveCount(0);
});

test('the list of hits says whose access is blocked', async ({ warm: { desk } }) => {
  await desk.find('As pictured');
  await expect(desk.list.getByRole('option', { name: /As pictured/ })).toContainText('Access blocked');
});

test('coming, past and unenforced restrictions are quiet lines', async ({ warm: { page, desk } }) => {
  const rows = page.getByRole('list', { name: region }).getByRole('listitem');
  await desk.find('9103');
  await expect(rows).toHaveText([/^Access restriction“.+”, from \d+ \w+ \d{4}, no end setnot yet in force$/]);
  await expect(page.getByRole('alert').filter({ hasText: 'Access blocked' })).toHaveCount(0);
  await desk.find('9104');
  await expect(rows).toHaveText([/^Access restriction“.+”, .+ to .+ended$/]);
  await desk.find('9032');
  await expect(rows).toHaveText([/in force by its dates, but access is not blocked$/]);
  // A search by name filters the record field by field before it is parsed.
  await desk.find('Paused and restricted');
  await expect(rows).toHaveCount(1);
  await desk.find('9003');
  await expect(desk.customer).toContainText('ID 9003');
  await expect(page.getByRole('list', { name: region })).toHaveCount(0);
});

test('before the verification, the alert stands without a reason, and pauses and restrictions wait', async ({
  warmVerifying: { page, desk },
}) => {
  await desk.find('9127');
  await expect(desk.account).toContainText('Date of birth');
  const alert = page.getByRole('alert').filter({ hasText: 'Access blocked' });
  await expect(alert).toHaveText('Access blocked The studio does not let this customer in at the moment.');
  await expect(page.getByText('Illness')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+1');
  await expect(alert).toContainText('Outstanding fees');
  await expect(page.getByRole('region', { name: 'Contracts' })).toContainText('Illness');
});

test('blocks and pauses are told in German', async ({ warm: { page, desk } }) => {
  await desk.find('9127');
  await desk.speakGerman();
  await expect(page.getByRole('alert').filter({ hasText: 'Outstanding fees' })).toHaveText(
    /„Outstanding fees“, seit \d+\. \S+ \d{4}, kein Ende festgelegt$/,
  );
  await expect(page.getByRole('region', { name: 'Verträge' })).toContainText(/Ruhezeitab 1\. Jan\. \d{4}/);
});
