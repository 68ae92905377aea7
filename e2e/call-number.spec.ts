import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { runToExit } from './launch';

/** Number of the customer 1003 of the demo data, and what telephone systems make of it. */
const number = '+491713920003';

const waiting = (page: Page) => page.getByRole('region', { name: 'Another call is waiting:' });
const incoming = (page: Page) => page.getByRole('region', { name: 'Incoming call' });

test('a call to an idle desk is searched and comes forward, however it comes', async ({
  warm: { app, page, desk, home },
  display,
}) => {
  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  // Customers whom the session has found are found by their number without an index.
  await desk.find('1003');
  await expect(desk.customer).toContainText('2-00419');
  for (const args of [
    ['--', `ringside://call?number=${number}`],
    ['--', 'ringside://call/?number=%2B49%20171%2F39%2020%20003'],
    [`--call=sip:${number}@pbx.example;user=phone`],
    ['--call', `"Caller" <sip:${number}@pbx.example>`],
    ['--', 'tel:+49-171-39-20-003'],
    [`callto://${number}`],
  ])
    await test.step(args.join(' '), async () => {
      await page.keyboard.press('ControlOrMeta+Shift+X');
      await expect(desk.box).toHaveValue('');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
      expect((await runToExit(args, { home, display })).code).toBe(0);
      await expect(desk.list.getByRole('option')).toContainText('2-00419');
      await expect(page.getByRole('search')).toContainText('Telephone number');
      await expect(desk.box).toHaveValue(number);
      await expect.poll(isVisible).toBe(true);
    });
});

test('a call that starts Ringside is searched at once', async ({ launch }) => {
  const { page, desk } = await launch(['--demo', '--lang=en-GB', '--call', number]);
  await expect(desk.box).toHaveValue(number);
  await expect(page.getByRole('search')).toContainText('Telephone number');
});

test('a call during another one waits in a banner; a newer one replaces it, a dismissed one stays away, and Take looks it up', async ({
  warm: { app, page, desk, home },
  display,
}) => {
  await desk.find('1001');
  await expect(desk.customer.getByRole('heading')).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await page.keyboard.press('ControlOrMeta+B');
  expect((await runToExit(['--call=+4989123456'], { home, display })).code).toBe(0);
  await expect(waiting(page)).toContainText('+4989123456');
  const height = await waiting(page).evaluate((each) => each.clientHeight);
  await expect(waiting(page)).toContainText('This number could not be matched to one customer so far.');
  expect(await waiting(page).evaluate((each) => each.clientHeight)).toBe(height);
  await expect(page.locator('p[aria-live]').filter({ hasText: '+4989123456' })).toHaveText(
    'Another call is waiting: +4989123456. This number could not be matched to one customer so far.',
  );
  await expect(desk.box).not.toBeFocused();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(
    false,
  );

  expect((await runToExit(['--', `tel:${number}`], { home, display })).code).toBe(0);
  await expect(waiting(page)).toContainText(number);
  await expect(waiting(page)).not.toContainText('+4989123456');
  await page.keyboard.press('ControlOrMeta+Shift+D');
  await expect(waiting(page)).toBeHidden();

  // The dismissed call is answered and reported again; then another one comes.
  expect((await runToExit(['--', `tel:${number}`], { home, display })).code).toBe(0);
  await expect(waiting(page)).toBeHidden();
  expect((await runToExit(['--call=+4989123456'], { home, display })).code).toBe(0);
  await expect(waiting(page)).toContainText('+4989123456');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(waiting(page)).toBeHidden();
  await expect(desk.customer).toBeHidden();
  await expect(desk.box).toHaveValue('+4989123456');
  await expect(desk.box).toBeFocused();
});

test('a call without a customer’s number says so and is not searched', async ({
  warm: { page, desk, home },
  display,
}) => {
  const withoutNumber = 'This call has no number. Ask for the name.';
  for (const [args, says] of [
    [['--call=anonymous'], withoutNumber],
    [['--', 'ringside://call?number='], withoutNumber],
    [['--call', 'sip:205@pbx.example'], 'internal number 205. Ask for the name.'],
    [['--', 'ringside://call?number=%CallerNumber%'], 'passed “%CallerNumber%” instead of'],
  ] as const)
    await test.step(args.join(' '), async () => {
      await page.getByRole('button', { name: 'New call' }).focus();
      expect((await runToExit([...args], { home, display })).code).toBe(0);
      await expect(incoming(page)).toContainText(says);
      await expect(desk.box).toBeFocused();
      await expect(desk.box).toHaveValue('');
      await page.keyboard.type('b');
      await expect(incoming(page)).toBeHidden();
      await expect(desk.box).toHaveValue('b');
      await page.keyboard.press('ControlOrMeta+Shift+X');
    });
  await desk.box.fill('bul');
  expect((await runToExit(['--call=withheld'], { home, display })).code).toBe(0);
  await expect(waiting(page)).toContainText('without a number');
  await page.getByRole('button', { name: 'Start a new call with it' }).click();
  await expect(incoming(page)).toContainText(withoutNumber);
  await expect(desk.box).toBeFocused();
  await incoming(page).getByRole('button', { name: 'Close' }).click();
  await expect(incoming(page)).toBeHidden();
});

test('masked contact data leaves the last digits of a waiting number', async ({
  warm: { page, desk, home },
  display,
}) => {
  await desk.maskContactData();
  await desk.box.fill('bul');
  expect((await runToExit([`--call=${number}`], { home, display })).code).toBe(0);
  await expect(waiting(page)).toContainText('••••••003');
  expect(await page.locator('body').innerHTML()).not.toContain(number);
});
