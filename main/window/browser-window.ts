import { BrowserWindow, nativeTheme, type Session } from 'electron';
import type { Preferences } from '../../preload/contract/preferences';
import { pageUrl } from './page-url';

/** The window's ground before the first paint, so that a dark desk is not flashed white (tokens.css, --ground). */
const ground = { light: '#f4f5f7', dark: '#121418' };

const groundColour = () => (nativeTheme.shouldUseDarkColors ? ground.dark : ground.light);

/**
 * The one window: sandboxed, isolated, without Node, showing our own page.
 *
 * @param options.locked when the page may be loaded: nothing gets past the lock by then
 */
export function createWindow(options: {
  session: Session;
  preload: string;
  devTools: boolean;
  size: { width: number; height: number };
  locked: Promise<void>;
}): BrowserWindow {
  const window = new BrowserWindow({
    ...options.size,
    useContentSize: true,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Ringside',
    autoHideMenuBar: true,
    backgroundColor: groundColour(),
    webPreferences: {
      session: options.session,
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  });
  window.once('ready-to-show', () => window.show());
  void options.locked.then(() => window.loadURL(pageUrl));
  return window;
}

/** Windows that are hidden from screen capture; Electron does not tell. */
const guarded = new WeakSet<BrowserWindow>();

/** What of the preferences is the window's; the rest is drawn by the page. */
export function applyToWindow(window: BrowserWindow, { zoom, contentProtection }: Preferences): void {
  window.setBackgroundColor(groundColour());
  // Chromium lays the page out anew at each call, the same factor or not.
  if (Math.abs(window.webContents.getZoomFactor() - zoom / 100) > 0.001)
    window.webContents.setZoomFactor(zoom / 100);
  if (contentProtection === guarded.has(window)) return;
  window.setContentProtection(contentProtection);
  if (contentProtection) guarded.add(window);
  else guarded.delete(window);
}

/** Brings the window to the front, restored when it was minimised. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
