import type { EventEmitter } from 'node:events';
import type { ElectronApplication, Page } from '@playwright/test';

/**
 * What a test can change in main: windows, listeners, the clipboard, environment variables, globals, and functions that it
 * replaces.
 */
export function stateOfMain(app: ElectronApplication): Promise<object> {
  return app.evaluate((electron) => {
    const { BrowserWindow, webContents, clipboard, nativeTheme } = electron;
    const [window] = BrowserWindow.getAllWindows();
    const known = globalThis as { functionNumbers?: Map<unknown, number> };
    known.functionNumbers ??= new Map();
    const numbers = known.functionNumbers;
    const numberOf = (value: unknown) => {
      const number = numbers.get(value) ?? numbers.size;
      numbers.set(value, number);
      return number;
    };

    /** A number for each function of an object and of its prototypes, which a replaced function does not have. */
    function functionsOf(object: object): [string, number][] {
      const prototype: object | null = Object.getPrototypeOf(object);
      const inherited = prototype && prototype !== Object.prototype ? functionsOf(prototype) : [];
      const own = Object.entries(Object.getOwnPropertyDescriptors(object));
      return [
        ...inherited,
        ...own.flatMap(([name, { value }]): [string, number][] =>
          typeof value === 'function' ? [[name, numberOf(value)]] : [],
        ),
      ];
    }

    const { app: application, dialog, Menu, powerMonitor, shell, ipcMain, session, net } = electron;
    const replaceable = {
      application,
      clipboard,
      dialog,
      Menu,
      powerMonitor,
      shell,
      net,
      nativeTheme,
      Date,
      ...(window && { window, contents: window.webContents }),
    };
    const emitters = {
      application,
      powerMonitor,
      nativeTheme,
      ipcMain,
      process,
      session: session.defaultSession,
      ...(window && { window, contents: window.webContents, pageSession: window.webContents.session }),
    };
    const each = <T, R>(objects: Record<string, T>, of: (object: T) => R): Record<string, R> =>
      Object.fromEntries(Object.entries(objects).map(([name, object]) => [name, of(object)]));
    return {
      windows: BrowserWindow.getAllWindows().length,
      contents: webContents.getAllWebContents().length,
      size: window?.getContentSize(),
      isVisible: window?.isVisible(),
      isMinimized: window?.isMinimized(),
      zoom: window?.webContents.getZoomFactor(),
      theme: nativeTheme.themeSource,
      clipboard: clipboard.readText(),
      environment: { ...process.env },
      globals: Object.keys(globalThis),
      functions: each<object, object>(replaceable, (object) => Object.fromEntries(functionsOf(object))),
      listeners: each(emitters, (emitter) =>
        Object.fromEntries(
          emitter.eventNames().map((name) => [String(name), emitter.listenerCount(name as 'error')]),
        ),
      ),
    };
  });
}

/** Events of a page that tests listen to. */
const pageEvents = ['console', 'dialog', 'pageerror', 'request', 'response', 'framenavigated', 'popup'];

/** What a person or another test can notice of a page, and whether main still knows customers or has a paused endpoint. */
export async function stateOfPage(page: Page): Promise<object> {
  const shown = await page.evaluate(async () => {
    const { ringside } = window;
    const [recents, calls] = await Promise.all([ringside.desk.recents(), ringside.call.recent()]);
    const health = [...document.querySelectorAll('footer button')].find((button) =>
      button.textContent?.startsWith('API health'),
    );
    // The health of the API is that of all calls since the start; it names no customer.
    const text = document.body.innerText.replace((health as HTMLElement | undefined)?.innerText ?? '', '');
    return {
      text: text.replaceAll(/\s+/g, ' '),
      values: [...document.querySelectorAll('input')].map(({ value }) => value),
      focus: document.activeElement?.outerHTML,
      root: [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`),
      media: [
        '(prefers-color-scheme: dark)',
        '(prefers-reduced-motion)',
        '(forced-colors: active)',
        'print',
      ].map((query) => matchMedia(query).matches),
      size: [innerWidth, innerHeight, devicePixelRatio],
      stored: [localStorage.length, sessionStorage.length],
      recents,
      hasPaused: calls.ok && calls.value.some(({ status }) => status === 429),
    };
  });
  // Playwright's types leave this method out.
  const emitter = page as unknown as EventEmitter;
  return { ...shown, listeners: pageEvents.map((event) => emitter.listenerCount(event)) };
}
