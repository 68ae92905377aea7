/** Fallback, in milliseconds: a hidden window never calls requestAnimationFrame. */
const hiddenWindowMs = 250;

/** Resolves when the last render has been painted. */
export function afterPaint(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, hiddenWindowMs);
  });
}
