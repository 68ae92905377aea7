import type { ElectronApplication, Locator, Page } from '@playwright/test';
import type { DeskPage } from '../desk-page';
import type { Launched } from '../launch';

/** The customer of rows that need no particular one, and the path of their balances. */
export const paths = {
  customer: '/v1/customers/1001',
  balances: '/v1/customers/1001/account/balances',
  contracts: '/v1/customers/1001/contracts',
  search: '/v1/customers/search',
} as const;

/** A running Ringside with a clock that starts when a fault is provoked. */
export class FaultContext {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly desk: DeskPage;
  /** Title of the problem on screen. */
  readonly title: Locator;
  /** The amount without its label. */
  readonly balance: Locator;
  /** Name of the customer. */
  readonly name: Locator;
  #started = 0;

  constructor({ app, page, desk }: Launched) {
    this.app = app;
    this.page = page;
    this.desk = desk;
    this.title = desk.diagnostics.locator('p > strong').first();
    this.balance = desk.money('Balance').locator('.selectable');
    this.name = desk.customer.getByRole('heading');
  }

  /** Looks up a text and starts the clock. */
  async lookUp(text = '1001'): Promise<void> {
    this.begin();
    await this.desk.find(text);
  }

  /** Starts the clock. */
  begin(): void {
    this.#started = performance.now();
  }

  /** Seconds since the clock was started. */
  elapsed(): number {
    return (performance.now() - this.#started) / 1000;
  }
}
