import { app, type BrowserWindow, dialog } from 'electron';
import type { DialogMessages } from '../dialog-messages';

/** Number of crashes within {@link windowMs} after which the user is asked before the page is loaded again. */
const automaticReloads = 3;
const windowMs = 60_000;

/**
 * Loads the page again after its process ended: crashed, out of memory, or killed.
 *
 * @param onGone called before the new page loads
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
    if (breakdowns.length > automaticReloads) {
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
  // The process may have ended while the services were loaded.
  if (window.webContents.isCrashed()) void gone('crashed');
}
