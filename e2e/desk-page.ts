import type { ElectronApplication, Locator, Page } from '@playwright/test';

/** Page object of the console, with the accessible names of the design. */
export class DeskPage {
  readonly box: Locator;
  readonly list: Locator;
  readonly customer: Locator;
  readonly account: Locator;
  readonly bookings: Locator;
  readonly diagnostics: Locator;

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
  }

  /** Types a text into the search box and presses Enter. */
  async find(text: string): Promise<void> {
    await this.box.fill(text);
    await this.box.press('Enter');
  }

  fact(name: string): Locator {
    return this.diagnostics.getByRole('group', { name, exact: true });
  }

  money(name: string): Locator {
    return this.account.getByRole('group', { name, exact: true });
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
