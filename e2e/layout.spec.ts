import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';

/** An entry of the Layout Instability API; TypeScript's DOM types lack it. */
interface LayoutShift {
  value: number;
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

/** Collects unexpected layout shifts (Layout Instability API). */
async function watchShifts(page: Page): Promise<() => Promise<{ total: number; what: string[] }>> {
  await page.evaluate(() => {
    const shifts: { value: number; what: string[] }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      // Shifts after a key press count as well, because a key press loads the account.
      for (const entry of list.getEntries() as unknown as LayoutShift[])
        shifts.push({
          value: entry.value,
          what: entry.sources.map(({ node, previousRect: from, currentRect: to }) => {
            const name =
              node instanceof Element ? node.outerHTML.slice(0, 60) : (node?.textContent ?? 'gone');
            return `${name}: ${from.x},${from.y} ${from.width}×${from.height} → ${to.x},${to.y} ${to.width}×${to.height}`;
          }),
        });
    }).observe({ type: 'layout-shift', buffered: false });
  });
  return () =>
    page.evaluate(() => {
      const { shifts } = window as unknown as { shifts: { value: number; what: string[] }[] };
      return {
        total: shifts.reduce((all, { value }) => all + value, 0),
        what: shifts.flatMap(({ what }) => what),
      };
    });
}

for (const [id, what] of [
  ['1001', 'in debt collection'],
  ['9601', 'slowly'],
] as const)
  test(`the layout does not shift while an account loads: ${what}`, async ({ demo: { page, desk } }) => {
    await desk.find('9003');
    await expect(desk.money('Balance')).toContainText('€0.00');
    await expect(desk.bookings.getByRole('row').filter({ hasText: '€' }).first()).toBeVisible();
    const shifts = await watchShifts(page);
    await desk.find(id);
    await expect(desk.customer).toContainText(`ID ${id}`);
    await expect(desk.money('Balance')).toContainText(/€/);
    await expect(desk.bookings.getByRole('row').filter({ hasText: '€' }).first()).toBeVisible();
    // Two frames: the last render has been laid out and counted.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const { total, what } = await shifts();
    expect(total, what.join('\n')).toBeLessThanOrEqual(0.01);
  });

for (const language of ['en-GB', 'de'])
  for (const zoom of [100, 200])
    for (const [width, height] of [
      [1280, 720],
      [2560, 1440],
    ] as const)
      test(`the layout holds: ${language}, ${width}×${height}, ${zoom} %`, async ({ launch }) => {
        const { page } = await launch(['--demo', `--lang=${language}`, `--size=${width}x${height}`]);
        const box = page.getByRole('searchbox');
        await expect(box).toBeFocused();
        await page.evaluate((size) => window.ringside.settings.change({ zoom: size as 100 | 200 }), zoom);
        // A desktop without a window manager may keep a pixel for itself.
        const wanted = (width * 100) / zoom;
        await expect
          .poll(() => page.evaluate((pixels) => Math.abs(window.innerWidth - pixels) <= 1, wanted))
          .toBe(true);
        for (const text of ['bullock', '1001', '9500']) {
          await box.fill(text);
          await box.press('Enter');
          if (text !== 'bullock') await expect(page.getByRole('heading', { level: 1 })).toContainText(/\w/);
          if (text === '9500')
            await expect(
              page.getByRole('region', { name: /Error diagnostics|Fehlerdiagnose/ }),
            ).toBeVisible();
          const wide = await page.evaluate(() => {
            const edge = document.documentElement.clientWidth;
            return [...document.querySelectorAll('button, input, h1, h2, [role=group], td, dt, p')]
              .filter(
                (element) => element.checkVisibility() && !element.closest('.visually-hidden, [class*=keys]'),
              )
              .filter((element) => element.getBoundingClientRect().right > edge + 0.5)
              .map((element) => element.outerHTML.slice(0, 100));
          });
          expect(wide, text).toEqual([]);
        }
        // Every control is reachable: the last one scrolls into view.
        const settings = page.getByRole('button', { name: /Settings|Einstellungen/ });
        await settings.scrollIntoViewIfNeeded();
        await expect(settings).toBeInViewport();
      });
