import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { defaultPreferences } from '../preload/contract/preferences';
import { type Launched, launchRingside } from './launch';
import { removeFolder } from './remove-folder';
import { setBackMain, stateOfMain, stateOfPage, watchMain } from './warm-state';

/** Preferences of a warm desk: every one, so that a test that changes one does not add it to the settings file. */
export const warmPreferences = {
  ...defaultPreferences,
  // A test of another desk may last longer than the idle time.
  idleMinutes: 0,
  // The tests of a minute together use the share of one desk.
  requestsPerMinute: 1_000,
};

/** A kind of warm desk. */
export interface WarmKind<T extends object> {
  /** Prepares the user data folder, and starts what Ringside needs. */
  prepare: (home: string) => Promise<Prepared<T>>;
}

interface Prepared<T extends object> {
  args: string[];
  env?: Record<string, string>;
  /** Brings the started desk to where its tests begin. */
  begin?: (launched: Launched) => Promise<unknown>;
  /** What a test can use beside the desk. */
  beside: T;
  /** All entries of the keychain. */
  keychain?: () => Promise<unknown>;
  end?: () => Promise<void>;
}

/** What a test can do with a warm desk: everything but end it. */
export interface Warm extends Omit<Launched, 'end'> {
  /** Its user data folder, for a second start. */
  home: string;
}

/** A Ringside for several tests, one after the other; after each one it is emptied and must be as it was at first. */
class WarmDesk<T extends object> {
  #initial: unknown;

  private constructor(
    private readonly home: string,
    private readonly prepared: Prepared<T>,
    private readonly launched: Launched,
    private readonly size: readonly number[],
  ) {}

  static async open<T extends object>({ prepare }: WarmKind<T>, display: string): Promise<WarmDesk<T>> {
    const home = await mkdtemp(join(tmpdir(), 'ringside-'));
    const prepared = await prepare(home);
    const { args, env = {}, begin } = prepared;
    const launched = await launchRingside({ home, display, args, env });
    await begin?.(launched);
    const size = await launched.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentSize() ?? [],
    );
    await watchMain(launched.app);
    const desk = new WarmDesk(home, prepared, launched, size);
    await desk.#empty();
    desk.#initial = await desk.#state();
    return desk;
  }

  get used(): Warm & T {
    return { ...this.launched, home: this.home, ...this.prepared.beside };
  }

  /** Empties the desk, sets back what tests change, and rejects if anything else is left of the test. */
  async reset(timeout = 30_000): Promise<void> {
    await this.#empty();
    await expect
      .poll(() => this.#state(), {
        message: 'The test left something on its warm desk; see e2e/warm-desk.ts',
        timeout,
      })
      .toEqual(this.#initial);
  }

  async end(): Promise<void> {
    await this.launched.end();
    await this.prepared.end?.();
    await removeFolder(this.home);
  }

  async #empty(): Promise<void> {
    const { app, page, desk } = this.launched;
    await setBackMain(app);
    await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
    const { requestsPerMinute: _, ...preferences } = warmPreferences;
    await page.evaluate((change) => window.ringside.settings.change(change), preferences);
    await app.evaluate(({ BrowserWindow, clipboard }, [width = 0, height = 0]) => {
      const [window] = BrowserWindow.getAllWindows();
      const now = window?.getContentSize() ?? [];
      if (now[0] !== width || now[1] !== height) window?.setContentSize(width, height);
      if (!window?.isVisible() || window.isMinimized()) window?.show();
      clipboard.clear();
    }, this.size);
    const cleared = page.getByRole('region', { name: 'Cleared desk' });
    await this.#lock();
    await cleared.getByRole('button').click();
    await cleared.waitFor({ state: 'detached' });
    await page.mouse.move(0, 0);
    await desk.box.focus();
  }

  /** Locks the screen: main forgets everybody, and loads a new page. */
  async #lock(): Promise<void> {
    const { app, page, desk } = this.launched;
    const loaded = page.waitForEvent('domcontentloaded');
    // After the answer: the new page may collect the promise that only the debugger holds.
    await app.evaluate(({ powerMonitor }) => void setImmediate(() => powerMonitor.emit('lock-screen')));
    await loaded;
    await desk.box.waitFor();
  }

  async #state(): Promise<object> {
    const { app, page } = this.launched;
    const [main, shown, saved, keychain] = await Promise.all([
      stateOfMain(app),
      stateOfPage(page),
      readFile(join(this.home, 'Ringside', 'settings.json'), 'utf8'),
      this.prepared.keychain?.(),
    ]);
    return { main, shown, saved: JSON.parse(saved), keychain };
  }
}

/** The warm desks of a worker, each started when the first test takes it. */
export class WarmDesks {
  readonly #opened = new Set<WarmDesk<object>>();
  readonly #clean = new Map<WarmKind<object>, WarmDesk<object>>();

  constructor(private readonly display: string) {}

  /**
   * Runs a test with a desk of this kind. A desk that is not clean afterwards is not used again.
   *
   * @param timeout time for what the test has begun to end, in milliseconds
   */
  async lend<T extends object>(
    kind: WarmKind<T>,
    work: (desk: Warm & T) => Promise<void>,
    hasPassed: () => boolean,
    timeout?: number,
  ): Promise<void> {
    const desk = (this.#clean.get(kind) as WarmDesk<T> | undefined) ?? (await this.#open(kind));
    this.#clean.delete(kind);
    await work(desk.used);
    if (!hasPassed()) return;
    await desk.reset(timeout);
    this.#clean.set(kind, desk);
  }

  async end(): Promise<void> {
    for (const desk of this.#opened) await desk.end();
  }

  async #open<T extends object>(kind: WarmKind<T>): Promise<WarmDesk<T>> {
    const desk = await WarmDesk.open(kind, this.display);
    this.#opened.add(desk);
    return desk;
  }
}
