import type { ElectronApplication, Page } from '@playwright/test';

/** A desk that is brought into a state with the keyboard only, so that the steps work in every language. */
export interface PictureContext {
  app: ElectronApplication;
  page: Page;
  /** Types into the search box and presses Enter; resolves when nothing is loading. */
  find: (text: string) => Promise<void>;
  press: (...keys: string[]) => Promise<void>;
  /** Passes a lookup from outside, as a second start does. */
  arrive: (lookup: string) => Promise<void>;
}

type State = [name: string, what: string, bring: (context: PictureContext) => Promise<void>];

/** Every state on demo data. The order matters: the last ones pause an endpoint. */
export const demoStates: readonly State[] = [
  ['empty', 'Nobody is on the line', async () => undefined],
  ['search', 'Several of one name', async ({ find }) => find('bullock edg')],
  [
    'narrowed',
    'The same answer, narrowed as the name goes on',
    async ({ find, page }) => {
      await find('s');
      await page.keyboard.type('ch');
    },
  ],
  [
    'nobody',
    'No customer found, with what was tried and what else to try',
    async ({ find }) => find('123456'),
  ],
  [
    'readings',
    'What else the text may mean (F3)',
    async ({ page, press }) => {
      await page.getByRole('search').getByRole('searchbox').fill('04051952');
      await press('F3');
    },
  ],
  ['where', 'Where to search (F4)', async ({ press }) => press('F4')],
  ['same-number', 'One customer number in two studios', async ({ find }) => find('1-12345')],
  ['no-key', 'A customer of a studio without a key', async ({ find }) => find('9705')],
  ['moved', 'A customer who has moved to another studio', async ({ find }) => find('moved demo')],
  ['account', 'An account', async ({ find }) => find('1001')],
  ['account-calm', 'An account without alarm', async ({ find }) => find('9003')],
  ['account-missing', 'Whatever the API left out', async ({ find }) => find('9006')],
  ['account-currencies', 'Several currencies', async ({ find }) => find('9017')],
  [
    'overdue',
    'Overdue first, rows selected',
    async ({ find, press }) => {
      await find('1001');
      await press('Control+Shift+O', 'Control+B', 'Shift+ArrowDown');
    },
  ],
  [
    'recents',
    'Who was on the desk before',
    async ({ find }) => {
      await find('1004');
      await find('9012');
      await find('1001');
    },
  ],
  [
    'palette',
    'Commands and recent customers (Ctrl+K)',
    async ({ find, press }) => {
      await find('1001');
      await press('Control+K');
    },
  ],
  ['keys', 'Keyboard shortcuts (F1)', async ({ press }) => press('F1')],
  ['settings', 'Settings (Ctrl+,)', async ({ press }) => press('Control+,')],
  [
    'desktop-check',
    'Settings, a check of the desktop',
    async ({ page, press }) => {
      await press('Control+,');
      const check = page.getByRole('button', { name: /^(Check this desktop|Diesen Platz prüfen)$/ });
      await check.click();
      await page.getByRole('list', { name: /^(Result of the check|Ergebnis der Prüfung)$/ }).waitFor();
      await check.scrollIntoViewIfNeeded();
    },
  ],
  [
    'waiting',
    'A lookup from outside in the middle of a call',
    async ({ find, arrive }) => {
      await find('9003');
      await arrive('id:1001');
    },
  ],
  [
    'masked',
    'Contact data on demand',
    async ({ find, page }) => {
      await page.evaluate(() => window.ringside.settings.change({ maskContact: true }));
      await page.reload();
      await find('1001');
    },
  ],
  [
    'compact',
    'Compact rows',
    async ({ find, page }) => {
      await page.evaluate(() => window.ringside.settings.change({ maskContact: false, density: 'compact' }));
      await page.reload();
      await find('1001');
    },
  ],
  [
    'zoom-200',
    'At 200 %',
    async ({ find, page }) => {
      await page.evaluate(() => window.ringside.settings.change({ density: 'comfortable', zoom: 200 }));
      await page.reload();
      await find('1001');
    },
  ],
  [
    'forced-colours',
    'Forced colours',
    async ({ find, page }) => {
      await page.evaluate(() => window.ringside.settings.change({ zoom: 100 }));
      await page.reload();
      await page.emulateMedia({ forcedColors: 'active' });
      await find('1001');
    },
  ],
  [
    'loading',
    'An account on its way',
    async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'none' });
      await page.getByRole('search').getByRole('searchbox').fill('9601');
      await page.getByRole('search').getByRole('searchbox').press('Enter');
      await page.locator('[class*=skeleton]').first().waitFor();
      await page.waitForFunction(() =>
        document.getAnimations().every(({ playState }) => playState === 'finished'),
      );
    },
  ],
  ['failure', 'A failure, with what engineering needs', async ({ find }) => find('9500')],
  ['partial', 'Bookings fail, the account stands', async ({ find }) => find('9604')],
  [
    'everything-fails',
    'Every call fails',
    async ({ find, page }) => {
      await find('demo');
      await page.getByRole('option').filter({ hasText: '9-08500' }).click();
    },
  ],
  ['rate-limited', 'Too many requests: a countdown', async ({ find }) => find('9429')],
];

/** States that need a connected studio. */
export const liveStates: readonly State[] = [
  [
    'chain-refused',
    'A key without the right to the chain',
    async ({ find, press }) => {
      await press('F4');
      await find('1001');
    },
  ],
  [
    'offline',
    'No network: what is shown says how old it is',
    async ({ find, page }) => {
      await find('1001');
      await page.evaluate(() => window.dispatchEvent(new Event('offline')));
    },
  ],
];

/** States that need a start of their own: before connecting, or with a policy. */
const ownStarts: readonly [name: string, what: string][] = [
  ['connect', 'Before anybody has connected'],
  ['connect-refused', 'A key that the API refuses'],
  ['stale', 'Could not be refreshed: dimmed, with its age'],
  ['verification', 'By policy: verification of the caller'],
  ['verified', 'Verified; the sign of the balance by policy'],
  ['settings-locked', 'Settings, some set by policy'],
];

/** Every state with its description, in the order of the contact sheets. */
export const allStates: readonly (readonly [name: string, what: string])[] = [
  ...ownStarts,
  ...[...demoStates, ...liveStates].map(([name, what]) => [name, what] as const),
];
