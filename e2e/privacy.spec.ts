import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { test } from './fixtures';
import { goneFromHeap } from './heap-snapshot';
import { policySwitch } from './policy-switch';

/** Texts that identify the customer and are not among the examples of the empty desk. */
const customer = /Edgar Thomas|Bullock Meyer|89\.70|Am Bahnhof|1-10877/;

const events = [
  ['lock-screen', 'The desk was cleared because the screen was locked.'],
  ['suspend', 'The desk was cleared because the computer went to sleep.'],
] as const;

for (const [event, sentence] of events)
  test(`on ${event} the customer disappears from the screen and from the memory of both processes`, async ({
    demo: { app, page, desk },
  }) => {
    await desk.find('bullock 1952-05-04');
    await expect(desk.money('Balance')).toContainText('89.70');
    // A call on hold is as personal as the open one.
    await page.keyboard.press('ControlOrMeta+Shift+P');
    await expect(page.getByRole('button', { name: 'Resume: Edgar Thomas Bullock Meyer' })).toBeVisible();
    await desk.find('bullock 1952-05-04');
    await expect(desk.money('Balance')).toContainText('89.70');
    // After the answer: what the event does may collect the promise that only the debugger holds.
    await app.evaluate(({ powerMonitor }, name) => void setImmediate(() => powerMonitor.emit(name)), event);
    await expect(desk.customer).toBeHidden();
    await expect(desk.box).toHaveValue('');
    await expect(desk.list).toBeHidden();
    await expect(page.getByRole('region', { name: 'Cleared desk' })).toContainText(sentence);
    await expect(page.getByRole('region', { name: 'On hold' })).toBeHidden();
    await goneFromHeap(page, customer);
    // A later crash of the page must not open the customer again.
    await app.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      const loaded = new Promise<void>((done) => {
        contents?.once('did-finish-load', () => done());
      });
      contents?.forcefullyCrashRenderer();
      // A promise that only the debugger holds may be collected before it resolves.
      return Object.assign(globalThis, { loaded }).loaded;
    });
    const words = await app.evaluate(({ webContents }) => {
      const shown = webContents.getAllWebContents()[0]?.executeJavaScript(`new Promise((done) => {
        const look = () => document.querySelector('[role=status]')
          ? done(document.body.innerText)
          : requestAnimationFrame(look);
        look();
      })`);
      return Object.assign(globalThis, { shown }).shown;
    });
    expect(words).toContain('No customer was open.');
    expect(words).not.toContain('Edgar');
  });

test('New call leaves nothing of what was typed in the memory of the page', async ({
  warm: { page, desk },
}) => {
  for (const text of ['thomas.1006@example.com', '1-20004', '770000001006', 'sandberg']) {
    await desk.find(text);
    await desk.customer.waitFor();
    await page.keyboard.press('ControlOrMeta+Shift+X');
    await expect(desk.customer).toBeHidden();
    await goneFromHeap(page, text);
  }
});

/** Lets time pass at a desktop that nobody uses: the clock of main goes on, and the system reports no input. */
async function passIdle(app: ElectronApplication, seconds: number): Promise<void> {
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 100_000;
  });
  await moveClock(app, seconds);
}

/** Sets the clock of main forward. */
async function moveClock(app: ElectronApplication, seconds: number): Promise<void> {
  await app.evaluate((_electron, passed) => {
    const before = Date.now;
    Date.now = () => before() + passed * 1_000;
  }, seconds);
}

test('an idle desk is counted down, a key stops it, and a cleared desk says why until the next call', async ({
  openWithPolicy,
}) => {
  const { app, page, desk } = await openWithPolicy({ idleMinutes: 1 });
  const countdown = page.getByRole('region', { name: 'Idle desk' });
  const cleared = page.getByRole('region', { name: 'Cleared desk' });
  await desk.find('1001');
  await desk.bookingsLoaded();
  await passIdle(app, 31);
  await expect(countdown).toContainText(/The desk will be cleared in \d+ s\./);
  // A screen reader hears the first number only, while the visible one goes on.
  const announced = page.getByText(/^The desk will be cleared in \d+ seconds\. Press any key to keep it\.$/);
  const first = await announced.innerText();
  // A page that claims input which main has not seen does not stop it.
  await page.evaluate(() => window.ringside.desk.used());
  const shown = await countdown.innerText();
  await expect(countdown).not.toHaveText(shown);
  expect(await announced.innerText()).toBe(first);

  await page.keyboard.press('Shift');
  await expect(countdown).toBeHidden();
  await expect(desk.money('Balance')).toContainText('89.70');

  await passIdle(app, 31);
  await expect(countdown).toBeVisible();
  await page.mouse.move(200, 200);
  await page.mouse.move(240, 240);
  await expect(countdown).toBeHidden();

  await passIdle(app, 61);
  await expect(desk.customer).toBeHidden();
  await expect(cleared).toContainText('The desk was cleared after 1 minute without input.');
  // The lock that usually follows is not why the desk is empty.
  await app.evaluate(({ powerMonitor }) => void setImmediate(() => powerMonitor.emit('lock-screen')));
  await page.waitForEvent('domcontentloaded');
  await expect(cleared).toContainText('after 1 minute');
  await desk.box.fill('b');
  await expect(cleared).toBeHidden();
});

test('a desk is cleared after the idle time on a desktop that reports no idle time, and input in the window counts', async ({
  launch,
  home,
}) => {
  const script = join(home, 'no-idle-time.cjs');
  await writeFile(script, `require('electron').powerMonitor.getSystemIdleTime = () => 0;`);
  const args = ['--demo', '--lang=en-GB', await policySwitch(home, { idleMinutes: 1 })];
  const { app, page, desk } = await launch(args, {}, [script]);
  await desk.find('1001');
  await desk.bookingsLoaded();
  await moveClock(app, 40);
  await expect(page.getByRole('region', { name: 'Idle desk' })).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(page.getByRole('region', { name: 'Idle desk' })).toBeHidden();
  await expect(desk.money('Balance')).toContainText('89.70');
  await moveClock(app, 61);
  await expect(desk.customer).toBeHidden();
  await expect(page.getByRole('region', { name: 'Cleared desk' })).toContainText(
    'after 1 minute without input',
  );
});

test('German says why the desk was cleared, and Close hides it', async ({ openWithPolicy }) => {
  const { app, page } = await openWithPolicy({ idleMinutes: 2, language: 'de' });
  await passIdle(app, 121);
  const cleared = page.getByRole('region', { name: 'Platz geleert' });
  await expect(cleared).toContainText('nach 2 Minuten ohne Eingabe geleert.');
  await cleared.getByRole('button', { name: 'Schließen' }).click();
  await expect(cleared).toBeHidden();
});
