import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { test } from './fixtures';

/** Moves main's clock on: what was copied was copied more than a minute ago. */
async function minutePasses(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 60_000;
  });
}

test('New call clears what Ringside copied, and keeps other content of the clipboard', async ({
  demo: { app, page, desk },
}) => {
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await desk.customer.getByRole('heading').dblclick({ position: { x: 12, y: 12 } });
  await page.keyboard.press('Control+C');
  await expect.poll(() => desk.clipboard()).toBe('Edgar Thomas Bullock Meyer');
  await minutePasses(app);
  await page.keyboard.press('Control+Shift+X');
  await expect(desk.customer).toBeHidden();
  await expect(desk.box).toHaveValue('');
  await expect(
    page.getByRole('status').filter({ hasText: 'Copied text was removed from the clipboard.' }),
  ).toBeVisible();
  expect(await desk.clipboard()).toBe('');

  await desk.find('1001');
  await expect(desk.bookings.locator('tr[data-key]').first()).toBeVisible();
  await page.keyboard.press('Control+Shift+B');
  await expect(page.getByText(/rows copied/)).toBeVisible();
  await app.evaluate(({ clipboard }) => clipboard.writeText('from somewhere else'));
  await page.keyboard.press('Control+Shift+X');
  await expect(desk.customer).toBeHidden();
  expect(await desk.clipboard()).toBe('from somewhere else');
});

test('New call keeps what was copied a moment ago, and says for how long', async ({
  demo: { page, desk },
}) => {
  await desk.find('1001');
  await desk.customer.getByRole('button', { name: '1-12345' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied customer number' })).toBeVisible();
  await page.keyboard.press('Control+Shift+X');
  await expect(
    page.getByRole('status').filter({ hasText: 'Copied text stays on the clipboard for 60 seconds.' }),
  ).toBeVisible();
  expect(await desk.clipboard()).toBe('1-12345');
});

for (const [whose, other] of [
  ['of Ringside is cleared', undefined],
  ['of another program stays', 'from somewhere else'],
] as const)
  test(`a copy ${whose} when Ringside quits`, async ({ demo }) => {
    const { app, desk } = demo;
    await desk.find('1001');
    await desk.customer.getByRole('button', { name: '1-12345' }).click();
    await expect.poll(() => desk.clipboard()).toBe('1-12345');
    if (other) await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), other);
    // Reports what the clipboard holds just before the process ends.
    const reports = new Promise<string>((done) => {
      app.process().stdout?.on('data', (data: Buffer) => {
        const [, held] = /HELD(.*)HELD/.exec(String(data)) ?? [];
        if (held !== undefined) done(held);
      });
    });
    await app.evaluate(({ app: electron, clipboard }) => {
      electron.on('quit', () => {
        console.log(`HELD${clipboard.readText()}HELD`);
      });
    });
    await demo.end();
    expect(await reports).toBe(other ?? '');
  });

test('New call clears what was cut from the search box', async ({ demo: { app, page, desk } }) => {
  await desk.box.fill('1-12345 bullock');
  await desk.box.press('Home');
  for (let letter = 0; letter < 8; letter += 1) await desk.box.press('Shift+ArrowRight');
  await desk.box.press('ControlOrMeta+X');
  await expect(desk.box).toHaveValue('bullock');
  await expect.poll(() => desk.clipboard()).toBe('1-12345 ');
  await minutePasses(app);
  await page.keyboard.press('Control+Shift+X');
  await expect.poll(() => desk.clipboard()).toBe('');
});

test('the timer runs from the first letter to New call', async ({ demo: { page, desk } }) => {
  const timer = page.getByRole('banner').getByRole('timer');
  await expect(timer).toHaveText('');
  await desk.box.fill('b');
  await expect(timer).toHaveText(/^Call 00:\d\d$/);
  const first = await timer.innerText();
  await expect(timer).not.toHaveText(first);
  await expect(timer).toHaveText(/^Call 00:\d\d$/);
  await page.keyboard.press('Control+Shift+X');
  await expect(timer).toHaveText('');
});

test('recent customers last until the app quits, and are on no disk', async ({ demo, launch, home }) => {
  const { page, desk } = demo;
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await desk.find('9003');
  const recents = page.getByRole('region', { name: 'Recent customers in this session' });
  await expect(recents.getByRole('button')).toHaveText(
    /^Edgar Thomas Bullock Meyer1-12345 · Fit Example Munich · \d\d:\d\d$/,
  );
  await recents.getByRole('button').click();
  await expect(desk.customer).toContainText('1-12345');
  await page.keyboard.press('Control+Shift+X');
  // An empty desk shows no names; the palette lists the recent customers on demand.
  await expect(page.locator('body')).not.toContainText('Edgar');
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog').getByRole('option', { name: /Edgar Thomas/ })).toBeVisible();
  await demo.end();
  const again = await launch(['--demo', '--lang=en-GB']);
  await expect(again.desk.box).toBeFocused();
  await again.page.keyboard.press('Control+K');
  await expect(again.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await expect(again.page.getByRole('dialog')).not.toContainText('Edgar');
  const settings = await readFile(join(home, 'Ringside', 'settings.json'), 'utf8').catch(() => '');
  expect(settings).not.toContain('Edgar');
});

test('a policy hides money until the caller has given one factor', async ({ openWithPolicy }) => {
  const { page, desk } = await openWithPolicy({
    verificationFactors: ['dateOfBirth', 'postcode', 'customerNumber'],
    balanceSign: 'negativeOwes',
  });
  await desk.find('1001');
  await expect(desk.account).toContainText('Verify the caller');
  await expect(page.getByRole('checkbox', { name: 'Postcode' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText('89.70');
  await expect(desk.customer).not.toContainText('1952');
  await expect(desk.customer).not.toContainText('12133');
  await expect(desk.bookings).toBeHidden();
  await page.keyboard.press('Control+Shift+B');
  expect(await desk.clipboard()).toBe('');

  await page.keyboard.press('Control+2');
  await expect(desk.money('Balance')).toContainText('−€89.70');
  await expect(desk.money('Balance')).toContainText('Owes');
  await expect(desk.customer).toContainText('Verified: Postcode');
  await expect(desk.customer).toContainText('4 May 1952');

  // The next customer is not verified yet.
  await desk.find('9003');
  await expect(desk.account).toContainText('Verify the caller');
  await page.getByRole('checkbox', { name: 'Customer number' }).click();
  await expect(desk.money('Balance')).toContainText('€0.00');
});

test('masked data is shown for ten seconds, and each time is logged without the data', async ({
  openWithPolicy,
  home,
}) => {
  const { page, desk, end } = await openWithPolicy({ maskContact: true });
  await page.clock.install();
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(desk.customer).not.toContainText('example@email.com');
  await expect(desk.customer).not.toContainText('12133');
  // Until here the page's clock runs; the ten seconds are counted by hand.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
  await page.keyboard.press('F2');
  await expect(desk.customer).toContainText('example@email.com');
  await expect(desk.customer).toContainText('12133');
  await page.clock.runFor(9_900);
  await expect(desk.customer).toContainText('example@email.com');
  await page.clock.runFor(200);
  await expect(desk.customer).not.toContainText('example@email.com');
  await end();
  const log = await readFile(join(home, 'Ringside', 'logs', 'ringside.log'), 'utf8');
  expect(log.match(/"event":"revealed"/g)).toHaveLength(1);
  expect(log).not.toMatch(/example@email|12133|1001|Edgar/);
});

test('Alt and the arrows go back and forward among the customers of this call', async ({
  demo: { page, desk },
}) => {
  const name = desk.customer.getByRole('heading');
  const history = page.getByRole('navigation', { name: 'Customers of this call' });
  await desk.find('1001');
  await desk.bookingsLoaded();
  await expect(history).toBeHidden();
  await desk.find('9003');
  await desk.bookingsLoaded();
  const requests = await page.evaluate(() => window.ringside.call.recent());
  const sent = (outcome: typeof requests) => (outcome.ok ? outcome.value.length : undefined);

  await page.keyboard.press('Alt+ArrowLeft');
  await expect(name).toHaveText('Edgar Thomas Bullock Meyer');
  // What was loaded is still there, without a request.
  await expect(desk.money('Balance')).toContainText('89.70', { timeout: 1 });
  await expect(desk.bookings.locator('tr[data-key]').first()).toBeVisible();
  expect(sent(await page.evaluate(() => window.ringside.call.recent()))).toBe(sent(requests));
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(name).toHaveText('Edgar Thomas Bullock Meyer');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(desk.money('Balance')).toContainText('€0.00');

  // The same by mouse; another customer takes the place of those ahead.
  await history.getByRole('button', { name: 'Back' }).click();
  await expect(name).toHaveText('Edgar Thomas Bullock Meyer');
  await desk.find('9007');
  await expect(desk.money('Balance')).toContainText('¥');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(desk.money('Balance')).toContainText('¥');
  await history.getByRole('button', { name: 'Back' }).click();
  await expect(name).toHaveText('Edgar Thomas Bullock Meyer');
  await history.getByRole('button', { name: 'Forward' }).click();
  await expect(desk.money('Balance')).toContainText('¥');

  await page.keyboard.press('Control+Shift+X');
  await desk.find('9003');
  await expect(desk.money('Balance')).toContainText('€0.00');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(history).toBeHidden();
  await expect(desk.money('Balance')).toContainText('€0.00');
});

test('a customer who had failed is loaded again on the way back', async ({ demo: { page, desk } }) => {
  await desk.find('9500');
  await expect(desk.diagnostics).toBeVisible();
  const traceId = await desk.stripFact('Trace ID').innerText();
  await desk.find('9003');
  await expect(desk.money('Balance')).toContainText('€0.00');
  await expect(desk.diagnostics).toBeHidden();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(desk.diagnostics).toBeVisible();
  await expect(desk.stripFact('Trace ID')).not.toHaveText(traceId);
});

test('a later search that finds nobody, several or fails leaves one line of the customer, without money', async ({
  demo: { page, desk },
}) => {
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  for (const text of ['77777', 'müller', '8500']) {
    await desk.find(text);
    await expect(desk.customer).toContainText('From an earlier search');
    await expect(desk.customer).toContainText('Edgar Thomas Bullock Meyer');
    await expect(desk.customer).toContainText('1-12345');
    await expect(page.locator('body')).not.toContainText('89.70');
    await page.keyboard.press('Control+Shift+B');
    expect(await desk.clipboard()).toBe('');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(desk.money('Balance')).toContainText('89.70');
  }
  await desk.find('77777');
  await desk.customer.getByRole('button', { name: 'Show again' }).click();
  await expect(desk.money('Balance')).toContainText('89.70');
});

test('a caller is held while another is looked up, and comes back as they were', async ({
  openWithPolicy,
}) => {
  const { page, desk } = await openWithPolicy({ verificationFactors: ['postcode', 'customerNumber'] });
  const held = page.getByRole('region', { name: 'On hold' });
  const timer = page.getByRole('banner').getByRole('timer');
  await desk.find('bullock');
  await expect(desk.list.getByRole('option')).toHaveCount(3);
  await desk.list.getByRole('option').filter({ hasText: 'May 1952' }).click();
  await page.keyboard.press('Control+1');
  await expect(desk.money('Balance')).toContainText('89.70');

  await page.keyboard.press('Control+Shift+P');
  await expect(desk.customer).toBeHidden();
  await expect(desk.box).toHaveValue('');
  await expect(desk.box).toBeFocused();
  await expect(timer).toHaveText('');
  await expect(held).toContainText('1 call on hold');
  const chip = held.getByRole('button', { name: /Edgar Thomas Bullock Meyer/ });
  await expect(chip).toHaveText(/\d\d:\d\d/);

  // The other caller is not verified by the first one's answer.
  await desk.find('9003');
  await expect(desk.account).toContainText('Verify the caller');
  await page.keyboard.press('Control+Shift+P');
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(desk.box).toHaveValue('bullock');
  await expect(desk.list.getByRole('option')).toHaveCount(3);
  await expect(timer).toHaveText(/^Call \d\d:\d\d$/);
  await expect(desk.customer).toContainText('Verified: Postcode');

  await held.getByRole('button').click();
  await expect(desk.account).toContainText('Verify the caller');
  await expect(chip).toBeVisible();

  // New call ends the present one, and says that the other one is on hold.
  await page.keyboard.press('Control+Shift+X');
  await expect(desk.customer).toBeHidden();
  await expect(held).toContainText('1 call on hold');
  await expect(held.getByRole('button')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+P');
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(held).toBeHidden();
});

test('at most three calls are held; the palette and a click take any of them back', async ({
  demo: { page, desk },
}) => {
  const hold = page.getByRole('button', { name: 'Hold', exact: true });
  const held = page.getByRole('region', { name: 'On hold' });
  await expect(hold).toBeDisabled();
  for (const id of ['9001', '9002', '9003']) {
    await desk.find(id);
    await expect(desk.money('Balance')).toBeVisible();
    await hold.click();
    await expect(desk.customer).toBeHidden();
  }
  await expect(held.getByRole('button')).toHaveCount(3);
  await desk.box.fill('bu');
  await expect(hold).toBeDisabled();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('balance below');
  await page.keyboard.press('Enter');
  await expect(desk.customer).toContainText('Balance below zero');
  // The text that was typed waits in its place.
  await expect(held.getByRole('button')).toHaveCount(3);
  await held.getByRole('button', { name: 'Resume: bu' }).click();
  await expect(desk.box).toHaveValue('bu');
});
