import { expect } from '@playwright/test';
import { test } from './fixtures';

for (const event of ['lock-screen', 'suspend'] as const)
  test(`on ${event} the customer leaves the screen and the memory of both processes`, async ({
    demo: { app, page, desk },
  }) => {
    await desk.find('bullock 1952-05-04');
    await expect(desk.money('Balance')).toContainText('89.70');
    await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
    await expect(desk.customer).toBeHidden();
    await expect(desk.box).toHaveValue('');
    await expect(desk.list).toBeHidden();
    const session = await page.context().newCDPSession(page);
    const chunks: string[] = [];
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.takeHeapSnapshot');
    expect(chunks.join('')).not.toContain('Edgar Thomas');
    // What breaks down later brings nobody back.
    await app.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      const loaded = new Promise<void>((done) => {
        contents?.once('did-finish-load', () => done());
      });
      contents?.forcefullyCrashRenderer();
      return loaded;
    });
    const words = await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents()[0]?.executeJavaScript(`new Promise((done) => {
        const look = () => document.querySelector('[role=status]')
          ? done(document.body.innerText)
          : requestAnimationFrame(look);
        look();
      })`),
    );
    expect(words).toContain('Nobody was open.');
    expect(words).not.toContain('Edgar');
  });
