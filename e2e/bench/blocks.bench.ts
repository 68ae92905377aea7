import { launchRingside } from '../launch';
import { limitRow, slowPage, test } from './fixtures';
import { installProbe } from './probe';
import { record } from './record';

/** The development build runs the same code; the package does not allow access to its main process. */
test('blockMain blockRenderer', async ({ shared: { connectedHome, secrets, display } }) => {
  limitRow(4);
  const home = await connectedHome();
  const { app, page, end } = await launchRingside({
    home,
    display,
    args: ['--lang=en-GB'],
    env: secrets.env,
  });
  await page.getByRole('search').getByRole('searchbox').waitFor();
  await page.evaluate(installProbe);
  await slowPage(await page.context().newCDPSession(page));
  const main: number[] = [];
  const renderer: number[] = [];
  for (let run = 0; run <= 7; run += 1) {
    await page.keyboard.press('Control+Shift+X');
    await page.getByText('Who is calling?').waitFor();
    await page.keyboard.insertText('be');
    await page.evaluate(() => {
      window.bench.lookOut({ hits: true });
      window.bench.blocksBegin();
    });
    await app.evaluate(() => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
      const watch = monitorEventLoopDelay({ resolution: 1 });
      watch.enable();
      Object.assign(globalThis, { watch });
    });
    await page.keyboard.press('Enter');
    await page.evaluate(() => window.bench.seen());
    const ofPage = await page.evaluate(() => window.bench.blocksEnd());
    const ofMain = await app.evaluate(() => {
      const { watch } = globalThis as unknown as { watch: { max: number; disable: () => void } };
      watch.disable();
      return watch.max / 1e6;
    });
    if (run === 0) continue;
    main.push(ofMain);
    renderer.push(ofPage);
  }
  await end();
  record('blockMain', { ours: main });
  record('blockRenderer', { ours: renderer });
});
