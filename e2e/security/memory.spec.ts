import { expect } from '@playwright/test';
import { goneFromHeap, heapSnapshot } from '../heap-snapshot';
import { attack } from './fixtures';

/** Texts that identify customer 1001 and are not among the examples of the empty desk. */
const caller = /Edgar Thomas|Bullock Meyer|89\.70|Am Bahnhof|1-10877/;

attack('staysOn', async ({ openDevelopment }) => {
  const { app, page, desk } = await openDevelopment(['--demo']);
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await page.evaluate(() => window.addEventListener('beforeunload', (event) => event.preventDefault()));
  // After the answer: what the event does may collect the promise that only the debugger holds.
  await app.evaluate(({ powerMonitor }) => void setImmediate(() => powerMonitor.emit('lock-screen')));
  await expect(desk.customer).toBeHidden();
  return (await desk.box.inputValue()) === '' ? 'an empty desk' : 'something is left';
});

attack('lastCaller', async ({ ownRange }) => {
  const { page, desk } = await ownRange();
  const before = await heapSnapshot(page);
  await page.keyboard.press('Control+Shift+X');
  await expect(desk.customer).toBeHidden();
  await expect(desk.box).toBeFocused();
  await goneFromHeap(page, caller);
  // The desk works from the first key press on.
  await page.keyboard.type('9003');
  await page.keyboard.press('Enter');
  await expect(desk.money('Balance')).toContainText('€0.00');
  return `${caller.test(before) ? 'there' : 'not there'} before, gone after`;
});
