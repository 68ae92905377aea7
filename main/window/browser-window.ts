import { BrowserWindow, nativeTheme, type Session } from 'electron';
import type { Preferences } from '../../preload/contract/preferences';
import { isSame } from './kept-place';
import { pageUrl } from './page-url';
import type { Place } from './window-place';

/**
 * Background colour of the window before the first paint, so that a dark desk does not flash white (tokens.css,
 * --ground).
 */
const ground = { light: '#f4f5f7', dark: '#121418' };

const groundColour = () => (nativeTheme.shouldUseDarkColors ? ground.dark : ground.light);

/** Creates the window: sandboxed, isolated, without Node, with Ringside's own page. */
export function createWindow(options: {
  session: Session;
  preload: string;
  devTools: boolean;
  place: Place;
}): BrowserWindow {
  const { bounds, size, minimum, isMaximized } = options.place;
  const window = new BrowserWindow({
    ...(bounds ?? size),
    useContentSize: bounds === undefined,
    minWidth: minimum.width,
    minHeight: minimum.height,
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
  // On displays of different scales, Windows may convert the first bounds by the scale of the primary one.
  if (bounds && !isSame(window.getBounds(), bounds)) window.setBounds(bounds);
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  void window.loadURL(pageUrl);
  return window;
}

/** Windows with content protection; Electron has no getter for it. */
const guarded = new WeakSet<BrowserWindow>();

/** Applies the preferences that concern the window; the page applies the rest. */
export function applyToWindow(window: BrowserWindow, { zoom, contentProtection }: Preferences): void {
  window.setBackgroundColor(groundColour());
  // Chromium repeats the layout at each call, even with the same factor.
  if (Math.abs(window.webContents.getZoomFactor() - zoom / 100) > 0.001)
    window.webContents.setZoomFactor(zoom / 100);
  if (contentProtection === guarded.has(window)) return;
  window.setContentProtection(contentProtection);
  if (contentProtection) guarded.add(window);
  else guarded.delete(window);
}

/** Brings the window to the front and restores a minimised one. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
