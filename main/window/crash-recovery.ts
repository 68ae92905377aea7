import { app, type BrowserWindow, dialog } from 'electron';
import type { DialogMessages } from '../dialog-messages';

/** So many breakdowns within {@link windowMs} are mended unasked; after that somebody has to want it. */
const unasked = 3;
const windowMs = 60_000;

/**
 * Loads the page again when its process ended: crashed, out of memory, or killed from outside.
 *
 * @param onGone told before the new page starts
 */
export function reloadAfterCrash(
  window: BrowserWindow,
  wordsNow: () => DialogMessages,
  onGone: (reason: string) => void,
): void {
  let breakdowns: number[] = [];
  const gone = async (reason: string) => {
    if (reason === 'clean-exit') return;
    onGone(reason);
    const now = Date.now();
    breakdowns = [...breakdowns.filter((time) => now - time < windowMs), now];
    if (breakdowns.length > unasked) {
      const words = wordsNow();
      const { response } = await dialog.showMessageBox({
        type: 'error',
        message: words.brokenDown,
        detail: words.brokenDownDetail,
        buttons: words.brokenDownButtons,
        defaultId: 0,
        cancelId: 1,
      });
      if (response === 1) return app.quit();
      breakdowns = [];
    }
    if (!window.isDestroyed()) window.webContents.reload();
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => void gone(reason));
  // While the services were loaded.
  if (window.webContents.isCrashed()) void gone('crashed');
}
