import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Running } from './apps';
import { cpuOf } from './processes';

/**
 * Milliseconds from the spawn to the first contentful paint, which both windows record themselves. Ringside renders
 * nothing before its desk, and renders the desk in one step.
 */
export async function startOf(running: Running): Promise<number> {
  await running.said(/^DevTools listening/);
  // Not attached during the start, which has ended when the app takes no processor time.
  let before: number;
  do {
    before = cpuOf(running.pid);
    await wait(1_500);
  } while (cpuOf(running.pid) - before > 0.1);
  const page = await running.attach();
  const paintedAt = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) done(performance.timeOrigin + paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  expect(await page.evaluate(() => document.activeElement?.matches('input[type=search]'))).toBe(true);
  return paintedAt - running.spawnedAt;
}
