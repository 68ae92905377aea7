import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';

/** Resolves two frames later, when the last render has been laid out and painted. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Page object of the console, with the accessible names of the design. */
export class DeskPage {
  readonly box: Locator;
  readonly list: Locator;
  readonly customer: Locator;
  readonly account: Locator;
  readonly bookings: Locator;
  /** The strips of what failed. */
  readonly diagnostics: Locator;
  /** The dialog with all facts of what failed. */
  readonly facts: Locator;

  constructor(
    private readonly page: Page,
    private readonly app?: ElectronApplication,
  ) {
    this.box = page.getByRole('searchbox', { name: 'Find a customer' });
    this.list = page.getByRole('listbox', { name: 'Customers' });
    this.customer = page.getByRole('region', { name: 'Customer', exact: true });
    this.account = page.getByRole('region', { name: 'Account', exact: true });
    this.bookings = page.getByRole('table', { name: 'Transactions' });
    this.diagnostics = page.getByRole('region', { name: 'Error diagnostics' });
    this.facts = page.getByRole('dialog', { name: 'All facts' });
  }

  /**
   * Types a text into the search box and presses Enter, in one task of the page. With a pause between them the page would
   * already have searched a name, and Enter would open its first hit.
   */
  async find(text: string): Promise<void> {
    await this.box.focus();
    await this.box.evaluate((box: HTMLInputElement, typed) => {
      box.select();
      document.execCommand('insertText', false, typed);
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    }, text);
  }

  /** Waits until both periods of the open customer's bookings are loaded. */
  async bookingsLoaded(): Promise<void> {
    await this.bookings.locator('tr[data-key]').first().waitFor();
    await expect(this.bookings.locator('[class*=skeleton]')).toHaveCount(0);
  }

  /** Number of rows of the bookings table, drawn or not. */
  async bookingCount(): Promise<number> {
    return Number(await this.bookings.getAttribute('aria-rowcount'));
  }

  /** A fact in the strip of a failure. */
  stripFact(name: string): Locator {
    return this.diagnostics.getByRole('group', { name, exact: true });
  }

  /** A fact in the dialog with all facts. */
  fact(name: string): Locator {
    return this.facts.getByRole('group', { name, exact: true });
  }

  /** Waits for a failure and opens the dialog with all its facts. */
  async openFacts(): Promise<void> {
    await this.diagnostics.waitFor();
    await this.page.keyboard.press('F8');
    await this.facts.waitFor();
  }

  async closeFacts(): Promise<void> {
    await this.page.keyboard.press('F8');
    await this.facts.waitFor({ state: 'hidden' });
  }

  money(name: string): Locator {
    return this.account.getByRole('group', { name, exact: true });
  }

  /** Chooses German. The names of the other members are English. */
  async speakGerman(): Promise<void> {
    await this.#changeSettings(() => this.page.getByLabel('Language').selectOption({ label: 'Deutsch' }));
  }

  async maskContactData(): Promise<void> {
    await this.#changeSettings(() => this.page.getByLabel('Mask contact data').check());
  }

  async #changeSettings(change: () => Promise<unknown>): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+,');
    await change();
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  async connect(address: string, key: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'API address' }).fill(address);
    await this.page.getByRole('textbox', { name: 'API key' }).fill(key);
    await this.page.getByRole('button', { name: 'Connect', exact: true }).click();
  }

  /** Content of the display's clipboard. */
  async clipboard(): Promise<string> {
    if (!this.app) throw new Error('Of a package only the page can be asked');
    return this.app.evaluate(({ clipboard }) => clipboard.readText());
  }
}
