import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Running } from './apps';

/**
 * Milliseconds from the spawn to the first contentful paint, which both windows record themselves. Ringside renders
 * nothing before its desk, and renders the desk in one step.
 */
export async function startOf(running: Running): Promise<number> {
  await running.said(/^DevTools listening/);
  // Not attached during the start.
  await wait(1_500);
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
