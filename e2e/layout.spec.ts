import { expect, type Page } from '@playwright/test';
import { painted } from './desk-page';
import { test } from './fixtures';

/** An entry of the Layout Instability API; TypeScript's DOM types lack it. */
interface LayoutShift {
  value: number;
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

/** How long the desk waits for a fast answer before it shows what is there (renderer/scrolling-panel.tsx), in milliseconds. */
const fastAnswerMs = 300;

/** Has the desk wait for each answer as for a fast one: on a slow machine none is fast, and a slow one moves what is below it. */
function waitForAnswers(page: Page): Promise<void> {
  return page.evaluate((ms) => {
    const { setTimeout } = window;
    const waiting = (work: () => void, delay?: number) => (delay === ms ? 0 : setTimeout(work, delay));
    Object.assign(window, { setTimeout: waiting });
  }, fastAnswerMs);
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
  test(`the layout does not shift while an account loads: ${what}`, async ({ warm: { page, desk } }) => {
    await desk.find('9003');
    await expect(desk.money('Balance')).toContainText('€0.00');
    await expect(desk.bookings.getByRole('row').filter({ hasText: '€' }).first()).toBeVisible();
    if (id === '1001') await waitForAnswers(page);
    const shifts = await watchShifts(page);
    await desk.find(id);
    await expect(desk.customer).toContainText(`ID ${id}`);
    await expect(desk.money('Balance')).toContainText(/€/);
    await expect(desk.bookings.getByRole('row').filter({ hasText: '€' }).first()).toBeVisible();
    await painted(page);
    const { total, what } = await shifts();
    expect(total, what.join('\n')).toBeLessThanOrEqual(0.01);
  });

test('in a narrow window the keys bring a hit into view, and opening it the customer', async ({
  warm: { page, desk },
}) => {
  await page.evaluate(() => window.ringside.settings.change({ zoom: 200 }));
  await expect.poll(() => page.evaluate(() => window.innerWidth < 880)).toBe(true);
  await desk.find('demo');
  await expect(desk.list.getByRole('option').first()).toBeVisible();
  for (let row = 0; row < 30; row += 1) await desk.box.press('ArrowDown');
  const active = desk.list.locator('[aria-selected=true]');
  await expect(active).toHaveAttribute('aria-posinset', '30');
  await expect(active).toBeInViewport({ ratio: 1 });
  await desk.box.press('Enter');
  const name = page.getByRole('heading', { level: 1 });
  await expect(name).toContainText('Demo');
  await expect(name).toBeInViewport({ ratio: 1 });
  await desk.box.press('ArrowDown');
  await expect(active).toHaveAttribute('aria-posinset', '31');
  await expect(active).toBeInViewport({ ratio: 1 });
});

test('in a narrow window the customer is at the top after the first lookup, after another zoom, and on the way back', async ({
  warm: { page, desk },
}) => {
  const zoomTo = async (zoom: 100 | 200) => {
    await page.evaluate((to) => window.ringside.settings.change({ zoom: to }), zoom);
    await expect.poll(() => page.evaluate(() => window.innerWidth < 880)).toBe(zoom === 200);
  };
  const expectAtTop = async () => {
    const top = () =>
      page.locator('main').evaluate((main) => {
        const body = main.parentElement?.getBoundingClientRect().top ?? 0;
        return Math.round(main.getBoundingClientRect().top - body);
      });
    await expect.poll(top).toBe(0);
    // Whatever else scrolls the desk does so in one of the next frames.
    await painted(page);
    expect(await top()).toBe(0);
  };
  await zoomTo(200);
  await desk.find('bullock 1952');
  await expect(desk.money('Balance')).toContainText('€');
  await expectAtTop();
  await zoomTo(100);
  await zoomTo(200);
  await expectAtTop();
  await desk.find('müller');
  await expect(desk.customer).toContainText('From an earlier search');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(desk.money('Balance')).toContainText('€');
  await expectAtTop();

  // The list above the customer becomes shorter.
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await desk.find('demo');
  await expect(desk.list.getByRole('option').first()).toBeVisible();
  for (let row = 0; row < 30; row += 1) await desk.box.press('ArrowDown');
  await desk.box.press('Enter');
  await expect(desk.money('Balance')).toBeVisible();
  await expectAtTop();
  await desk.box.press('Escape');
  await expect(desk.list).toBeHidden();
  await expectAtTop();

  // Nobody is found right after a customer whose list was short.
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('€');
  await expectAtTop();
  await desk.find('77777');
  await expect(page.getByRole('heading', { name: 'No customer found for' })).toBeInViewport({ ratio: 1 });
});

test('hits keep their place while others are measured above them, and another call begins at the top of its own', async ({
  warm: { page, desk },
}) => {
  await page.evaluate(() => window.ringside.settings.change({ density: 'compact' }));
  await desk.find('demo');
  await expect(desk.list.getByRole('option').first()).toBeVisible();
  const column = page.getByRole('complementary', { name: 'Customers' });
  const topOf = (place: string) =>
    desk.list
      .locator(`[aria-posinset="${place}"]`)
      .evaluate((hit) => Math.round(hit.getBoundingClientRect().top));
  await column.evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2;
  });
  await column.hover();
  for (let turn = 0; turn < 5; turn += 1) {
    const place = await column.evaluate((element) => {
      const { left, top, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + 40, top + height / 3)?.closest('[role=option]');
      return hit?.getAttribute('aria-posinset') ?? '';
    });
    const before = await topOf(place);
    await page.mouse.wheel(0, -150);
    await expect.poll(() => topOf(place)).toBe(before + 150);
  }

  await page.keyboard.press('ControlOrMeta+Shift+P');
  await desk.find('demo');
  await expect(desk.list.getByRole('option').first()).toBeVisible();
  await column.hover();
  await page.mouse.wheel(0, 2_000);
  const scrollTop = () => column.evaluate((element) => element.scrollTop);
  await expect.poll(scrollTop).toBeGreaterThan(1_800);
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect.poll(scrollTop).toBe(0);

  // Another text makes another list, whose rows are there in its first frame, also where their heights are known.
  await page.evaluate(() => window.ringside.settings.change({ density: 'comfortable' }));
  await column.evaluate((element) => {
    element.scrollTop = 3_000;
  });
  await expect(desk.list.locator('[aria-posinset="1"]')).toHaveCount(0);
  const firstFrames = await column.evaluateHandle((element) => {
    const shown: string[] = [];
    const see = () => {
      const { left, top } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + 40, top + 90)?.closest('[role=option]');
      shown.push(`${element.scrollTop} ${hit?.getAttribute('aria-posinset')}`);
    };
    element.addEventListener('scroll', () => requestAnimationFrame(see), { once: true });
    return shown;
  });
  await desk.box.press('End');
  await page.keyboard.press('Backspace');
  await expect.poll(scrollTop).toBe(0);
  await expect.poll(() => firstFrames.jsonValue()).toEqual(['0 1']);
});
