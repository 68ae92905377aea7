/** Fallback, in milliseconds: a hidden window never calls requestAnimationFrame. */
const hiddenWindowMs = 250;

/** Resolves when the last render has been painted. */
export function afterPaint(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, hiddenWindowMs);
  });
}

/** Fallback, in milliseconds, for a window that is not shown. */
const neverPaintedMs = 2_000;

/**
 * Resolves when the page is on screen for the first time (Paint Timing, `first-contentful-paint`). An animation frame is
 * over earlier: drawing and presenting it takes other processes as long again, and they share the processor with main.
 */
export function firstPaint(): Promise<void> {
  return new Promise((done) => {
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      done();
    }).observe({ type: 'paint', buffered: true });
    setTimeout(done, neverPaintedMs);
  });
}
