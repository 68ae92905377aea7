import type { EventEmitter } from 'node:events';
import type { ElectronApplication, Page } from '@playwright/test';

/** What {@link watchMain} installs in main. */
interface Watch {
  state: () => Promise<object>;
  setBack: () => void;
}

/**
 * Begins to watch what a test can change in main: windows, listeners, the clipboard, environment variables, globals, and
 * functions that it replaces.
 */
export function watchMain(app: ElectronApplication): Promise<void> {
  return app.evaluate((electron) => {
    const { BrowserWindow, webContents, clipboard, nativeTheme } = electron;
    const [window] = BrowserWindow.getAllWindows();
    const { app: application, dialog, Menu, powerMonitor, shell, ipcMain, session, net } = electron;
    const replaceable = {
      application,
      clipboard,
      dialog,
      Menu,
      menu: Menu.prototype,
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

    /** The functions that an object and its prototypes own. */
    function functionsOf(object: object): Map<object, Map<string, unknown>> {
      const prototype: object | null = Object.getPrototypeOf(object);
      const inherited = prototype && prototype !== Object.prototype ? functionsOf(prototype) : [];
      const own = Object.entries(Object.getOwnPropertyDescriptors(object)).flatMap(
        ([name, { value }]): [string, unknown][] => (typeof value === 'function' ? [[name, value]] : []),
      );
      return new Map([...inherited, [object, new Map(own)]]);
    }

    const functions = Object.entries(replaceable).map(([part, object]) => ({
      part,
      object,
      before: functionsOf(object),
    }));
    const environment = { ...process.env };
    const globals = new Set(Object.keys(globalThis));

    /** Functions that were added or replaced, with what was there before. */
    const replaced = () =>
      functions.flatMap(({ part, object, before }) =>
        [...new Map([...before, ...functionsOf(object)])].flatMap(([owner, now]) => {
          const known = before.get(owner) ?? new Map<string, unknown>();
          return [...new Set([...known.keys(), ...now.keys()])]
            .filter((name) => Object.getOwnPropertyDescriptor(owner, name)?.value !== known.get(name))
            .map((name) => ({ part, owner, name, value: known.get(name) }));
        }),
      );

    const watch: Watch = {
      setBack() {
        // What was noted at a later time stays, so a desk whose clock was moved is not clean.
        for (const { owner, name, value } of replaced().filter((each) => each.owner !== Date))
          if (value === undefined) Reflect.deleteProperty(owner, name);
          else Reflect.set(owner, name, value);
        for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
        Object.assign(process.env, environment);
        for (const name of Object.keys(globalThis))
          if (!globals.has(name)) Reflect.deleteProperty(globalThis, name);
      },
      state: async () => ({
        windows: BrowserWindow.getAllWindows().length,
        contents: webContents.getAllWebContents().length,
        size: window?.getContentSize(),
        isVisible: window?.isVisible(),
        isMinimized: window?.isMinimized(),
        zoom: window?.webContents.getZoomFactor(),
        theme: nativeTheme.themeSource,
        // Asynchronous from Electron 44 on.
        clipboard: await clipboard.readText(),
        environment: { ...process.env },
        globals: Object.keys(globalThis),
        replaced: replaced().map(({ part, name }) => `${part}.${name}`),
        listeners: Object.fromEntries(
          Object.entries(emitters).map(([part, emitter]) => [
            part,
            Object.fromEntries(
              emitter.eventNames().map((name) => [String(name), emitter.listenerCount(name as 'error')]),
            ),
          ]),
        ),
      }),
    };
    // Not enumerable, because the globals are compared.
    Object.defineProperty(globalThis, 'watch', { value: watch });
  });
}

/** What a test can change in main, which is watched. */
export function stateOfMain(app: ElectronApplication): Promise<object> {
  return app.evaluate(() => (globalThis as unknown as { watch: Watch }).watch.state());
}

/** Sets back functions, environment variables and globals of main, which is watched. */
export function setBackMain(app: ElectronApplication): Promise<void> {
  return app.evaluate(() => (globalThis as unknown as { watch: Watch }).watch.setBack());
}

/** Events of a page that tests listen to. */
const pageEvents = ['console', 'dialog', 'pageerror', 'request', 'response', 'framenavigated', 'popup'];

/**
 * What a person or another test can notice of a page, and whether main still knows customers, has a paused endpoint or
 * another telephone index.
 */
export async function stateOfPage(page: Page): Promise<object> {
  const shown = await page.evaluate(async () => {
    const { ringside } = window;
    const [recents, calls, index] = await Promise.all([
      ringside.desk.recents(),
      ringside.call.recent(),
      ringside.phone.index(),
    ]);
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
      index,
      hasPaused: calls.ok && calls.value.some(({ status }) => status === 429),
    };
  });
  // Playwright's types leave this method out.
  const emitter = page as unknown as EventEmitter;
  return { ...shown, listeners: pageEvents.map((event) => emitter.listenerCount(event)) };
}
