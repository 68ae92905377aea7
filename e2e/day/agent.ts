import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { CustomerRecord } from '../../main/demo/api-records';
import type { DeskPage } from '../desk-page';
import { drawn, type Launched } from '../launch';
import { phoneIndexOf } from '../phone-index';
import { searchIn } from '../where-to-search';

/** What the clock of main offers in a time-lapse; see time-lapse.cjs. */
interface TimeLapse {
  passed: () => number;
  skip: (ms: number) => void;
  idleSeconds: number;
  warnings: string[];
}
declare global {
  var timeLapse: TimeLapse;
}

/** Examples of the demo server whose calls fail, each in another way. */
const failing = [
  ...['9400', '9401', '9403', '9404', '9409', '9429', '9500', '9502', '9503', '9602', '9603', '9604', '9605'],
  ...['9606', '9607', '9608', '9609', '9610', '8400', '8500'],
];

/** Time that an agent is away, in milliseconds. */
const breakMs = 15 * 60_000;

/** Why a desk is cleared without the agent: two events of the desktop, and the idle time. */
export type Away = 'lock-screen' | 'suspend' | 'idle';

/** An agent at a desk, and what happens to the desk. */
export class Agent {
  readonly #app: ElectronApplication;
  readonly #page: Page;
  readonly #desk: DeskPage;
  #failures = 0;
  /** Lookups since the page was loaded. */
  pageLookups = 0;

  constructor({ app, page, desk }: Launched) {
    this.#app = app;
    this.#page = page;
    this.#desk = desk;
  }

  /** An agent uses keyboard and mouse all the time, which the display does not see. */
  async arrives(): Promise<void> {
    await this.#app.evaluate(({ powerMonitor }) => {
      // A system that reported 0 at every check would count as one that measures nothing.
      powerMonitor.getSystemIdleTime = () => Math.max(1, globalThis.timeLapse.idleSeconds);
    });
  }

  /** Looks up a customer, and waits until the desk shows them with all that is loaded. */
  async lookUp(text: string, { id }: Pick<CustomerRecord, 'id'>): Promise<void> {
    await this.#desk.find(text);
    await this.#shown(id.text);
    this.pageLookups += 1;
  }

  async #shown(id: string): Promise<void> {
    await this.#page.waitForFunction((shown) => {
      // No regular expression: V8 would keep the text of the page as the last match.
      const facts = [...document.querySelectorAll('main header span')];
      const isShown = facts.some(({ textContent }) => textContent?.startsWith(`ID ${shown}`));
      return isShown && !document.querySelector('[aria-busy=true], [class*=skeleton]');
    }, id);
  }

  /** The telephone system reports a call: an idle desk opens the caller. */
  async answer({ id, phonePrivate }: CustomerRecord): Promise<void> {
    await this.#rings(phonePrivate);
    await this.#shown(id.text);
    this.pageLookups += 1;
  }

  /** A call comes while the agent is busy, and is dismissed. */
  async dismissCall({ phonePrivate }: CustomerRecord): Promise<void> {
    const banner = this.#page.getByRole('region', { name: 'Another call is waiting' });
    await this.#rings(phonePrivate);
    await banner.waitFor();
    await this.#page.keyboard.press('Control+Shift+D');
    await banner.waitFor({ state: 'hidden' });
  }

  /** What a second start passes on. */
  async #rings(text = ''): Promise<void> {
    await this.#app.evaluate(({ app }, lookup) => void app.emit('second-instance', {}, [], '', { lookup }), {
      text,
      caller: 'number',
    });
  }

  /** Searches a name that many have, and opens the first hit. */
  async searchName(name: string): Promise<void> {
    await this.#desk.find(name);
    await this.#desk.list.getByRole('option').first().waitFor();
    await this.#page.keyboard.press('ArrowDown');
    await this.#page.keyboard.press('Enter');
    await this.#desk.customer.waitFor();
    this.pageLookups += 1;
  }

  /** A lookup that fails, read in full, copied as a report, and closed. */
  async fail(): Promise<void> {
    const id = failing[this.#failures % failing.length] ?? '';
    this.#failures += 1;
    await this.#desk.find(`id:${id}`);
    await this.#desk.diagnostics.waitFor();
    await this.#desk.openFacts();
    await this.#page.keyboard.press('Control+Shift+C');
    await this.#desk.closeFacts();
    const later = this.#page.getByRole('button', { name: 'Later' });
    if (id.endsWith('401') && (await later.isVisible())) await later.click();
    // The pause after a 429 is over when the next call comes.
    if (id.endsWith('429')) await this.skip(60_000);
    this.pageLookups += 1;
  }

  switchTo(studio: string): Promise<void> {
    return searchIn(this.#page, studio);
  }

  /** Copies the summary of the customer, opens what is folded, and goes back and forth. */
  async lookAround(): Promise<void> {
    await this.#page.keyboard.press('Control+Shift+S');
    const checkIns = this.#page.getByRole('button', { name: 'Check-ins', exact: true });
    if (await checkIns.isVisible()) await checkIns.click();
    for (const keys of ['Control+B', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Control+K', 'Escape', 'F1', 'F1'])
      await this.#page.keyboard.press(keys);
  }

  async holdAndTakeBack(): Promise<void> {
    const held = this.#page.getByRole('region', { name: 'On hold' });
    await this.#page.keyboard.press('Control+Shift+P');
    await held.waitFor();
    await this.#page.keyboard.press('Control+Shift+P');
    await held.waitFor({ state: 'hidden' });
    await this.#desk.customer.waitFor();
  }

  async newCall(): Promise<void> {
    await this.#page.keyboard.press('Control+Shift+X');
    await this.#desk.customer.waitFor({ state: 'hidden' });
  }

  /** The agent leaves, and comes back to an empty desk. */
  async leave(how: Away): Promise<void> {
    const loaded = this.#page.waitForEvent('domcontentloaded');
    await this.#app.evaluate(({ powerMonitor }, event) => {
      if (event === 'idle') globalThis.timeLapse.idleSeconds = 100_000;
      // After the answer: what the event does may collect the promise that only the debugger holds.
      else setImmediate(() => powerMonitor.emit(event));
    }, how);
    await this.skip(breakMs);
    await loaded;
    await drawn(this.#page);
    await this.#page.getByRole('region', { name: 'Cleared desk' }).waitFor();
    await this.#app.evaluate(({ powerMonitor }, event) => {
      globalThis.timeLapse.idleSeconds = 0;
      if (event === 'suspend') powerMonitor.emit('resume');
      if (event === 'lock-screen') powerMonitor.emit('unlock-screen');
    }, how);
    this.pageLookups = 0;
  }

  /** The network ends as a call begins, and is back. @param cut ends the connections to the API, and returns what repairs them */
  async loseNetwork(
    cut: () => Promise<() => Promise<void>>,
    text: string,
    record: CustomerRecord,
  ): Promise<void> {
    await this.newCall();
    const repair = await cut();
    await this.#page.context().setOffline(true);
    await this.#desk.find(text);
    await this.#desk.diagnostics.waitFor();
    await repair();
    await this.#page.context().setOffline(false);
    // What failed is loaded again by itself.
    await this.#shown(record.id.text);
    await expect(this.#desk.diagnostics).toBeHidden();
    this.pageLookups += 1;
  }

  /** Lets time pass in main at once. */
  async skip(ms: number): Promise<void> {
    await this.#app.evaluate((_, passed) => globalThis.timeLapse.skip(passed), ms);
  }

  /** Hours that have passed in main. */
  async hours(): Promise<number> {
    return (await this.#app.evaluate(() => globalThis.timeLapse.passed())) / 3_600_000;
  }

  warnings(): Promise<string[]> {
    return this.#app.evaluate(() => globalThis.timeLapse.warnings);
  }

  /** Waits until the telephone index of every studio is in one of these states. */
  async indexIs(states: RegExp): Promise<void> {
    await expect
      .poll(async () => (await phoneIndexOf(this.#page)).studios.filter(({ state }) => !states.test(state)))
      .toEqual([]);
  }
}
