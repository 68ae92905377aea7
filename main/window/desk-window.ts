import { type BrowserWindow, Menu, type MenuItemConstructorOptions, type WebFrameMain } from 'electron';
import type { EventName, Events } from '../../preload/contract/calls';
import type { Preferences } from '../../preload/contract/preferences';
import { applyToWindow, focusWindow } from './browser-window';
import type { MenuRequest } from './context-menu';

/** The desk's window, which may not be open yet or not any more. A call without a window does nothing. */
export class DeskWindow {
  #isReloading = false;

  constructor(private window: BrowserWindow | undefined) {}

  get isFocused(): boolean {
    return this.#current()?.isFocused() ?? false;
  }

  get isOpen(): boolean {
    return this.#current() !== undefined;
  }

  /**
   * The frame whose calls are answered; null from {@link reload} until the new page is there.
   *
   * SECURITY: a call that the old page sent before would bring the customer back whom main has just forgotten.
   */
  get topFrame(): WebFrameMain | null {
    return (!this.#isReloading && this.#current()?.webContents.mainFrame) || null;
  }

  /** Opens the window unless it is open, with the preferences that hold at each load of a page. */
  open(create: () => BrowserWindow, preferences: () => Preferences): BrowserWindow {
    this.window ??= create();
    // Chromium forgets the zoom when a page is loaded again.
    this.window.webContents.on('dom-ready', () => this.apply(preferences()));
    this.apply(preferences());
    return this.window;
  }

  apply(preferences: Preferences): void {
    const window = this.#current();
    if (window) applyToWindow(window, preferences);
  }

  /** Sends an event to the page. */
  send<E extends EventName>(event: E, payload: Events[E]): void {
    this.#current()?.webContents.send(event, payload);
  }

  /** Shows a menu at the pointer, or at the focused element after a press of the menu key. */
  popUp(items: MenuItemConstructorOptions[], { menuSourceType, x, y }: MenuRequest): void {
    const window = this.#current();
    if (window)
      Menu.buildFromTemplate(items).popup({ window, ...(menuSourceType === 'keyboard' && { x, y }) });
  }

  focus(): void {
    const window = this.#current();
    if (window) focusWindow(window);
  }

  /** Flashes the taskbar button of a window without the focus; other windows may cover it. */
  requestAttention(): void {
    const window = this.#current();
    if (window && !window.isFocused()) window.flashFrame(true);
  }

  /** Loads the page again; a new page holds nothing of the old one in memory. */
  reload(): void {
    const contents = this.#current()?.webContents;
    if (!contents) return;
    this.#isReloading = true;
    contents.once('did-navigate', () => {
      this.#isReloading = false;
    });
    contents.reload();
  }

  #current(): BrowserWindow | undefined {
    return this.window?.isDestroyed() ? undefined : this.window;
  }
}
