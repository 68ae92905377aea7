import { quantile } from '../../scripts/bench/statistics.mjs';
import { launchRingside } from '../launch';
import { isSlow, limitRow, slowPage, test } from './fixtures';
import { installProbe } from './probe';
import { record } from './record';
import { overLine } from './server';

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
  /** The longest blocks of main and of the page in searches for a name, after a first one. */
  const blocksOf = async (name: string) => {
    const main: number[] = [];
    const renderer: number[] = [];
    for (let run = 0; run <= 7; run += 1) {
      await page.keyboard.press('Control+Shift+X');
      await page.getByText('Who is calling?').waitFor();
      await page.keyboard.insertText(name);
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
    return { main, renderer };
  };
  const { main, renderer } = await blocksOf('be');
  const real = await blocksOf(overLine);
  await end();
  const note = (ms: readonly number[]) =>
    `Where the answer arrives at 100 Mbit/s: ${Math.round(quantile(ms, 0.5))} ms${isSlow ? ' (slow)' : ''}.`;
  record('blockMain', { ours: main, note: note(real.main) });
  record('blockRenderer', { ours: renderer, note: note(real.renderer) });
});
