import { expect } from '@playwright/test';
import { test } from './fixtures';
import { goneFromHeap } from './heap-snapshot';

/** Texts that identify the customer and are not among the examples of the empty desk. */
const customer = /Edgar Thomas|Bullock Meyer|89\.70|Am Bahnhof|1-10877/;

for (const event of ['lock-screen', 'suspend'] as const)
  test(`on ${event} the customer disappears from the screen and from the memory of both processes`, async ({
    demo: { app, page, desk },
  }) => {
    await desk.find('bullock 1952-05-04');
    await expect(desk.money('Balance')).toContainText('89.70');
    // After the answer: what the event does may collect the promise that only the debugger holds.
    await app.evaluate(({ powerMonitor }, name) => void setImmediate(() => powerMonitor.emit(name)), event);
    await expect(desk.customer).toBeHidden();
    await expect(desk.box).toHaveValue('');
    await expect(desk.list).toBeHidden();
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
