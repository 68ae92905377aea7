import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { test } from './fixtures';
import { withoutIds } from './without-ids';

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
  await page.keyboard.press('ControlOrMeta+C');
  await expect.poll(() => desk.clipboard()).toBe('Edgar Thomas Bullock Meyer');
  await minutePasses(app);
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await expect(desk.customer).toBeHidden();
  await expect(desk.box).toHaveValue('');
  await expect(
    page.getByRole('status').filter({ hasText: 'Copied text was removed from the clipboard.' }),
  ).toBeVisible();
  expect(await desk.clipboard()).toBe('');

  await desk.find('1001');
  await expect(desk.bookings.locator('tr[data-key]').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+B');
  await expect(page.getByText(/rows copied/)).toBeVisible();
  await app.evaluate(({ clipboard }) => clipboard.writeText('from somewhere else'));
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await expect(desk.customer).toBeHidden();
  expect(await desk.clipboard()).toBe('from somewhere else');
});

test('New call keeps what was copied a moment ago, and says for how long', async ({
  warm: { page, desk },
}) => {
  await desk.find('1001');
  await desk.customer.getByRole('button', { name: '1-12345' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied customer number' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+X');
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
      let isReported = false;
      electron.on('will-quit', async (event) => {
        // Ringside prevents the first quit while it clears the clipboard.
        if (event.defaultPrevented || isReported) return;
        event.preventDefault();
        isReported = true;
        // Asynchronous from Electron 44 on.
        console.log(`HELD${await clipboard.readText()}HELD`);
        setImmediate(() => electron.quit());
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
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await expect.poll(() => desk.clipboard()).toBe('');
});

test('the timer runs from the first letter to New call', async ({ warm: { page, desk } }) => {
  const timer = page.getByRole('banner').getByRole('timer');
  await expect(timer).toHaveText('');
  await desk.box.fill('b');
  await expect(timer).toHaveText(/^Call 00:\d\d$/);
  const first = await timer.innerText();
  await expect(timer).not.toHaveText(first);
  await expect(timer).toHaveText(/^Call 00:\d\d$/);
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await expect(timer).toHaveText('');
});

test('after a minute the timers count minutes, and seconds under the pointer and with the focus; nothing moves', async ({
  warm: { page, desk },
}) => {
  const timer = page.getByRole('banner').getByRole('timer');
  const chip = page.getByRole('region', { name: 'On hold' }).getByRole('button');
  const later = (minutes: number) =>
    page.evaluate((passed) => {
      const before = Date.now;
      Date.now = () => before() + passed * 60_000;
    }, minutes);
  const buttons = page.getByRole('banner').getByRole('button');
  const boxes = async () =>
    Promise.all(
      [desk.box, timer, chip.first(), chip.nth(1), buttons.first()].map((each) => each.boundingBox()),
    );
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await desk.find('9003');
  await expect(desk.customer).toContainText('Balance zero Demo');
  // The shortcut would take the first call back.
  const hold = page.getByRole('banner').getByRole('button', { name: 'Hold' });
  await hold.click();
  await desk.box.fill('b');
  await expect(timer).toHaveText(/^Call 00:\d\d$/);
  await expect(chip).toHaveText([/00:\d\d/, /00:\d\d/]);
  const before = await boxes();

  await later(3);
  await expect(timer).toHaveText('Call 3 min');
  await expect(chip).toHaveText([/ 3 min/, / 3 min/]);
  expect(await boxes()).toEqual(before);

  await timer.hover();
  await expect(timer).toHaveText(/^Call 03:\d\d$/);
  const shown = await timer.innerText();
  await expect(timer).not.toHaveText(shown);
  expect(await boxes()).toEqual(before);
  await chip.first().hover();
  await expect(timer).toHaveText(/^Call \d min$/);
  await expect(chip).toHaveText([/03:\d\d/, / 3 min/]);
  expect(await boxes()).toEqual(before);

  await hold.focus();
  await page.keyboard.press('Shift+Tab');
  await expect(timer).toBeFocused();
  await expect(timer).toHaveText(/^Call 03:\d\d$/);
  await later(61);
  await expect(timer).toHaveText(/^Call 1:04:\d\d$/);
  expect(await boxes()).toEqual(before);
  await page.keyboard.press('Tab');
  await expect(timer).toHaveText('Call 64 min');
  expect(await boxes()).toEqual(before);
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
  await page.keyboard.press('ControlOrMeta+Shift+X');
  // An empty desk shows no names; the palette lists the recent customers on demand.
  await expect(page.locator('body')).not.toContainText('Edgar');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('dialog').getByRole('option', { name: /Edgar Thomas/ })).toBeVisible();
  await demo.end();
  const again = await launch(['--demo', '--lang=en-GB']);
  await expect(again.desk.box).toBeFocused();
  await again.page.keyboard.press('ControlOrMeta+K');
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
  await page.keyboard.press('ControlOrMeta+Shift+B');
  expect(await desk.clipboard()).toBe('');

  await page.keyboard.press('ControlOrMeta+2');
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
  expect(withoutIds(log)).not.toMatch(/example@email|12133|1001|Edgar/);
});
