/** A window that is hidden paints nothing. */
const longestMs = 250;

/** Resolves once what was rendered last has been painted. */
export function afterPaint(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, longestMs);
  });
}
