import type { ElectronApplication } from '@playwright/test';

type ElectronModule = typeof import('electron');

/** How often main is asked when its answer is lost. */
const attempts = 5;

/**
 * Runs a function in main. It may run twice: the debugger waits for the answer with a promise that nobody else holds, and a
 * collection of garbage at that moment loses it.
 */
export async function askMain<R, A>(
  app: ElectronApplication,
  run: (electron: ElectronModule, argument: A) => R,
  argument?: A,
): Promise<R> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return (await app.evaluate(run as never, argument as never)) as R;
    } catch (error) {
      if (attempt === attempts || !String(error).includes('promise was garbage collected')) throw error;
    }
}
