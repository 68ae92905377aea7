import { expect } from '@playwright/test';
import { startBenchServer } from './bench/server';
import type { DeskPage } from './desk-page';
import { test as base } from './fixtures';
import type { Launched } from './launch';
import { canaryKey, munich, saveStudios } from './saved-studios';
import { fixedDay } from './warm-kinds';

/** A desk whose customers have as many transactions as the last digits of their IDs say. */
const test = base.extend<{ many: Launched }>({
  many: async ({ launch, home, secrets }, use) => {
    const server = await startBenchServer();
    try {
      await saveStudios(home, secrets, [{ address: server.origin, ...munich, key: canaryKey }]);
      await use(await launch(['--lang=en-GB'], secrets.env));
    } finally {
      await server.close();
    }
  },
});

test.use({ apiOptions: { today: () => fixedDay } });

/** Key of the first row below the headings that is in view. */
const firstInView = (desk: DeskPage) =>
  desk.bookings.evaluate((table) => {
    const head = table.querySelector('th')?.getBoundingClientRect().bottom ?? 0;
    const rows = [...table.querySelectorAll<HTMLElement>('tr[data-key]')];
    return rows.find((row) => row.getBoundingClientRect().bottom > head)?.dataset.key;
  });

/** What the pixels below the headings show, every half row. */
const shownIn = (desk: DeskPage) =>
  desk.bookings.evaluate((table) => {
    const view = table.parentElement?.getBoundingClientRect() ?? new DOMRect();
    const head = table.querySelector('th')?.getBoundingClientRect().bottom ?? 0;
    const count = Math.floor((view.bottom - head) / 16);
    const rows = Array.from({ length: count }, (_, index) =>
      document.elementFromPoint(view.left + 20, head + 8 + 16 * index)?.closest<HTMLElement>('tr'),
    );
    return rows.map((row) => (row?.dataset.key ? 'row' : row?.dataset.today ? 'today' : 'nothing'));
  });

/** Today stands below two upcoming rows, and there are rows to the end of the view. */
async function expectAtToday(desk: DeskPage): Promise<void> {
  await expect.poll(async () => (await shownIn(desk)).indexOf('today')).toBe(4);
  await expect.poll(() => shownIn(desk)).not.toContain('nothing');
}

const rowsOf = (desk: DeskPage) => desk.bookings.locator('tr[data-key]');

test('of 10,000 transactions in one answer 500 are loaded at a time, those near the view are drawn, and the keys reach all', async ({
  many: { page, desk },
}) => {
  await desk.find('id:9010000');
  await desk.bookingsLoaded();
  const focused = desk.bookings.locator('tr:focus');
  const earlier = page.getByRole('button', { name: 'Show earlier transactions' });
  const sums = desk.money('Open and overdue');
  // The headings, "No upcoming transactions", today, the transactions, and the button.
  await expect(desk.bookings).toHaveAttribute('aria-rowcount', '504');
  await expect(desk.bookings.getByText(/^Today, /)).toBeInViewport();
  await expect(sums).toContainText('500 loaded so far');
  expect(await rowsOf(desk).count()).toBeLessThan(60);

  await page.keyboard.press('ControlOrMeta+B');
  await expect(focused).toContainText('past 0');
  for (let loaded = 500; loaded < 10_000; loaded += 500) {
    await page.keyboard.press('End');
    await expect(focused).toContainText(`past ${loaded - 1}`);
    await expect(earlier).toBeEnabled();
    await page.keyboard.press('PageDown');
    const isLast = loaded === 9_500;
    await expect(desk.bookings).toHaveAttribute('aria-rowcount', String(loaded + 503 + (isLast ? 0 : 1)));
  }
  await expect(earlier).toHaveCount(0);
  await expect(sums).not.toContainText('loaded so far');
  await page.keyboard.press('End');
  await expect(focused).toContainText('past 9999');
  await expect(focused).toBeInViewport();
  await expect(focused).toHaveAttribute('aria-rowindex', '10003');
  await page.keyboard.press('PageUp');
  await expect(focused).toContainText('past 9989');
  await page.keyboard.press('Home');
  await expect(focused).toContainText('past 0');
  await page.keyboard.press('Shift+End');
  await expect(page.getByText('10000 rows selected')).toBeVisible();
  // Added as floats the sum would have further digits.
  await expect(page.getByText('−€354,600.00')).toBeVisible();
  await expect(page.getByText('open €5,004.00')).toBeVisible();
  expect(await rowsOf(desk).count()).toBeLessThan(60);

  // The row with the focus leaves the view and stays.
  await desk.bookings.hover();
  await page.mouse.wheel(0, -100_000);
  await expect(desk.bookings.getByText(/^Today, /)).toBeInViewport();
  await page.mouse.wheel(0, -400_000);
  await expect(rowsOf(desk).filter({ hasText: 'past 0' })).toBeInViewport();
  await expect(focused).toContainText('past 9999');
  await expect(focused).not.toBeInViewport();
  await page.keyboard.press('ArrowUp');
  await expect(focused).toContainText('past 9998');
  await expect(focused).toBeInViewport();
});

test('rows stay in view when the last ones are loaded and the table scrolls by itself again', async ({
  many: { page, desk },
}) => {
  const whoScrolls = page.locator('[data-scrolls]');
  const earlier = page.getByRole('button', { name: 'Show earlier transactions' });
  const open = async (id: string) => {
    await desk.find(id);
    await desk.bookingsLoaded();
    // The words about what is loaded so far take the room of the table.
    await expect(whoScrolls).toHaveAttribute('data-scrolls', 'with-desk');
  };
  await open('id:9000600');
  await desk.bookings.hover();
  await page.mouse.wheel(0, 100_000);
  await expect(earlier).toBeInViewport();
  const first = await firstInView(desk);
  await earlier.click();
  await expect(whoScrolls).toHaveAttribute('data-scrolls', 'alone');
  await expect.poll(() => firstInView(desk)).toBe(first);

  await open('id:9000700');
  await page.keyboard.press('ControlOrMeta+B');
  await page.keyboard.press('End');
  const focused = desk.bookings.locator('tr:focus');
  await expect(focused).toContainText('past 499');
  // No strip of rows above the headings.
  const top = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().top);
  expect(await top('[data-scrolls] th')).toBe(await top('main'));
  await page.keyboard.press('PageDown');
  await expect(whoScrolls).toHaveAttribute('data-scrolls', 'alone');
  await expect(focused).toContainText('past 499');
  await expect(focused).toBeInViewport();
});

test('the table begins at today with rows all around it, and stays where the agent scrolls to at once', async ({
  warmConnected: { page, desk },
}) => {
  await desk.find('9014');
  await desk.bookingsLoaded();
  await expectAtToday(desk);

  await page.keyboard.press('ControlOrMeta+Shift+X');
  // In the first frame with rows, as by a wheel that turns while the account loads.
  await page.evaluate(() =>
    document.addEventListener(
      'scroll',
      ({ target }) => {
        if (target instanceof HTMLElement) target.scrollTop += 3_000;
      },
      { capture: true, once: true },
    ),
  );
  await desk.find('9014');
  await desk.bookingsLoaded();
  await expect.poll(() => shownIn(desk)).not.toContain('nothing');
  await expect(desk.bookings.getByText(/^Today, /)).not.toBeInViewport();
});

test('rows that the agent has scrolled to stay when the upcoming ones arrive later', async ({ openHeld }) => {
  const { page, desk, held } = await openHeld('/transactions/upcoming');
  await desk.find('9014');
  // The headings, today, the past rows, and what waits.
  await expect
    .poll(async () => Number(await desk.bookings.getAttribute('aria-rowcount')))
    .toBeGreaterThan(400);
  await desk.bookings.hover();
  await page.mouse.wheel(0, 3_000);
  await expect
    .poll(() => desk.bookings.evaluate((table) => table.parentElement?.scrollTop))
    .toBeGreaterThanOrEqual(3_000);
  const first = await firstInView(desk);
  held.release();
  await expect(desk.bookings).toHaveAttribute('aria-rowcount', '462');
  await expect.poll(() => shownIn(desk)).not.toContain('nothing');
  expect(await firstInView(desk)).toBe(first);
});

test('the table begins at today wherever it could not scroll before', async ({
  warmConnected: { app, page, desk },
}) => {
  const sizeTo = async (width: number, height: number) => {
    const size = [width, height] as const;
    await app.evaluate(
      ({ BrowserWindow }, of) => BrowserWindow.getAllWindows()[0]?.setContentSize(...of),
      size,
    );
    await page.waitForFunction((to) => window.innerWidth === to, width);
  };
  await test.step('the desk scrolled as a whole', async () => {
    await sizeTo(1024, 640);
    await desk.find('1001');
    await desk.bookingsLoaded();
    await expect(page.locator('[data-scrolls]')).toHaveAttribute('data-scrolls', 'with-desk');
    await sizeTo(1280, 720);
    await expectAtToday(desk);
  });
  await test.step('another tab was open', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+X');
    await sizeTo(1100, 760);
    await desk.find('1001');
    await expectAtToday(desk);
    await page.getByRole('tab', { name: 'Contracts' }).click();
    await desk.find('nobody@example.com');
    await expect(desk.customer).toContainText('From an earlier search');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(desk.money('Balance')).toContainText('89.70');
    await page.getByRole('tab', { name: 'Transactions' }).click();
    await expectAtToday(desk);
  });
});

test('Ctrl+B goes from the contracts to the transactions', async ({ warmConnected: { app, page, desk } }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1100, 900));
  await page.waitForFunction(() => window.innerWidth === 1100);
  await desk.find('9014');
  await desk.bookingsLoaded();
  await expect(page.locator('[data-scrolls]')).toHaveAttribute('data-scrolls', 'alone');
  await page.getByRole('tab', { name: 'Contracts' }).click();
  // A frame later the hidden table has no rows.
  await expect(rowsOf(desk)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+B');
  await expect(desk.bookings.locator('tr:focus')).toHaveCount(1);
  await expect(page.getByText('There are no transactions here.')).toBeHidden();
});

test('the table stays where the agent has scrolled to, also when it is loaded again', async ({
  warmConnected: { page, desk, api },
}) => {
  await desk.find('9014');
  await expect(desk.bookings).toHaveAttribute('aria-rowcount', '462');
  await desk.bookingsLoaded();
  const today = desk.bookings.getByText(/^Today, /);
  await expect(today).toBeInViewport();
  const top = () => desk.bookings.evaluate((table) => table.parentElement?.scrollTop ?? 0);
  await desk.bookings.hover();
  const first = await top();
  await page.mouse.wheel(0, 8_000);
  await expect(today).not.toBeInViewport();
  await expect.poll(top).toBe(first + 8_000);
  const before = api.requests();
  await page.keyboard.press('F5');
  await expect.poll(() => api.requests()).toBeGreaterThan(before);
  await expect(desk.account).not.toHaveAttribute('data-stale');
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  expect(await top()).toBe(first + 8_000);
});

test('columns keep their widths while other rows come into view', async ({
  warmConnected: { page, desk },
}) => {
  await desk.find('9014');
  await expect(desk.bookings).toHaveAttribute('aria-rowcount', '462');
  const widths = () =>
    desk.bookings
      .getByRole('columnheader')
      .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().width));
  const before = await widths();
  await page.keyboard.press('ControlOrMeta+B');
  await page.keyboard.press('End');
  await expect(rowsOf(desk).last()).toBeInViewport();
  expect(await widths()).toEqual(before);
});

test('rows are selected with the mouse and the keyboard, and the button says how many it copies', async ({
  warmConnected: { page, desk },
}) => {
  await desk.find('1001');
  await desk.bookingsLoaded();
  const row = (text: string) => rowsOf(desk).filter({ hasText: text });
  const selected = desk.bookings.locator('tr[aria-selected=true]');
  const copy = (count: string) => page.getByRole('button', { name: `Copy ${count}` });
  await expect(copy('46 rows')).toBeVisible();

  await row('1 Nov 2026').click();
  await expect(selected).toHaveCount(1);
  await expect(copy('1 row')).toBeVisible();
  await row('12 Aug 2026').click({ modifiers: ['Shift'] });
  await expect(selected).toHaveCount(4);
  await expect(page.getByText('4 rows selected: €94.70 · open €59.80')).toBeVisible();
  await row('1 Oct 2026').click({ modifiers: ['ControlOrMeta'] });
  await expect(selected).toHaveCount(3);
  await expect(copy('3 rows')).toBeVisible();

  await copy('3 rows').click();
  await expect(page.getByText('3 rows copied')).toBeVisible();
  expect((await desk.clipboard()).split('\n')).toEqual([
    'Edgar Thomas Bullock Meyer, No. 1-12345',
    '1 Nov 2026\tMembership Premium, November\t€29.90\topen €29.90\tInstallment plan',
    '1 Sept 2026\tMembership Premium, September\t€29.90',
    '12 Aug 2026\tReminder fee\t€5.00',
    'Sum of 3 rows\t\t€64.80\topen €29.90',
  ]);

  await row('1 Nov 2026').click();
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await page.keyboard.press('Space');
  await expect(selected).toHaveCount(2);
  await expect(row('1 Sept 2026')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 rows selected: €34.90')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(selected).toHaveCount(0);
});

test('tabs show what is open and what is a fee, with the keyboard as well', async ({
  warmConnected: { page, desk },
}) => {
  await desk.find('9040');
  await desk.bookingsLoaded();
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await expect(tab('All')).toHaveAttribute('aria-selected', 'true');
  await tab('Open').click();
  await expect(page.getByText('3 of the 29 loaded are due and open')).toBeVisible();
  await expect(rowsOf(desk)).toHaveCount(3);
  await page.keyboard.press('ArrowRight');
  await expect(tab('Fees')).toBeFocused();
  await expect(page.getByText('7 of the 29 loaded are fees according to the API')).toBeVisible();
  await expect(rowsOf(desk)).toHaveCount(7);
  await expect(rowsOf(desk).filter({ hasText: /flat fee|Starter package fee|Premium/ })).toHaveCount(0);
  // "Overdue first" orders within the filter, and a copy takes what is shown.
  await page.getByRole('button', { name: 'Overdue first' }).click();
  await expect(rowsOf(desk).first()).toContainText('Returned direct debit');
  await expect(rowsOf(desk).nth(1)).toContainText('Reminder fee');
  await page.getByRole('button', { name: 'Copy 7 rows' }).click();
  expect(await desk.clipboard()).toContain('Sum of 7 rows\t\t€51.25\topen €12.50');
});

test('where the API names no charge type, the tab of fees is off and says why', async ({
  warmConnected: { page, desk },
}) => {
  await desk.find('9003');
  await desk.bookingsLoaded();
  const fees = page.getByRole('tab', { name: 'Fees', exact: true });
  await expect(fees).toHaveAttribute('aria-disabled', 'true');
  const why = 'None of the loaded transactions has a charge type.';
  await expect(fees).toHaveAccessibleDescription(why);
  await page.getByRole('tab', { name: 'All', exact: true }).focus();
  await page.keyboard.press('End');
  await expect(fees).toBeFocused();
  await expect(page.getByText(why).filter({ visible: true })).toBeVisible();
  await expect(fees).toHaveAttribute('aria-selected', 'false');
  expect(await rowsOf(desk).count()).toBeGreaterThan(5);
});

test('the search within the transactions finds text, amounts and dates, and asks the API nothing', async ({
  warmConnected: { page, desk, api },
}) => {
  await desk.find('1001');
  await desk.bookingsLoaded();
  const field = page.getByRole('searchbox', { name: 'Search the transactions' });
  const before = api.requests();
  for (const [text, found] of [
    ['REMINDER', '1 of the 46 loaded'],
    ['7,50 €', '1 of the 46 loaded'],
    ['€7.50', '1 of the 46 loaded'],
    ['12.8.2026', '1 of the 46 loaded'],
    ['12 aug 2026', '1 of the 46 loaded'],
    ['premium november 2025', '1 of the 46 loaded'],
    ['zzz', '0 of the 46 loaded'],
  ] as const) {
    await field.fill(text);
    await expect(page.getByText(found)).toBeVisible();
  }
  await expect(desk.bookings).toContainText('No loaded transaction matches.');
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await expect(page.getByText('past and upcoming, newest first')).toBeVisible();
  await field.fill('fee');
  await page.keyboard.press('ArrowDown');
  await expect(desk.bookings.locator('tr:focus')).toContainText('Reminder fee');
  await page.keyboard.press('f');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('fee');
  expect(api.requests()).toBe(before);
  // The next customer begins without it.
  await desk.find('9003');
  await expect(desk.customer).toContainText('9-09003');
  await expect(field).toHaveValue('');
});

test('a failed period stays visible under every filter', async ({ warmConnected: { page, desk } }) => {
  await desk.find('9604');
  for (const name of ['Open', 'Fees', 'All']) {
    const tab = page.getByRole('tab', { name, exact: true });
    await tab.click();
    // "All 0" would say that there are none.
    await expect(tab).toHaveText(name);
    await expect(desk.bookings).toContainText('Past transactions could not be loaded.');
    await expect(desk.bookings).toContainText('Upcoming transactions could not be loaded.');
  }
});

for (const [when, pathPart] of [
  ['while the transactions load', '/transactions'],
  ['during the search', '/v1/customers/1001'],
] as const)
  test(`keys for the transactions are remembered ${when}`, async ({ openHeld }) => {
    const { page, desk, held } = await openHeld(pathPart);
    await desk.find('id:1001');
    if (pathPart === '/transactions') await expect(desk.customer).toContainText('1-12345');
    await expect.poll(held.held).toBeGreaterThan(0);
    await page.keyboard.press('ControlOrMeta+Shift+O');
    await page.keyboard.press('ControlOrMeta+B');
    if (pathPart === '/transactions')
      await expect(page.getByText('The transactions are still loading.')).toBeVisible();
    held.release();
    await expect(desk.bookings).toContainText('Overdue: 2 of the loaded transactions');
    await expect(desk.bookings.locator('tr:focus')).toContainText('€29.90');
    await expect(page.getByText('overdue first, then newest first')).toBeVisible();
  });

test('Ctrl+B says so when there are no transactions, and is forgotten by typing', async ({ openHeld }) => {
  const { page, desk, held } = await openHeld('/transactions');
  await desk.find('id:9015');
  await expect(desk.customer).toContainText('9-09015');
  await page.keyboard.press('ControlOrMeta+B');
  await expect(page.getByText('The transactions are still loading.')).toBeVisible();
  held.release();
  await expect(page.getByText('There are no transactions here.')).toBeVisible();
  await expect(desk.box).toBeFocused();
});

test('shows the period of a charge, and a type of charge that nobody documented as it came', async ({
  warm: { page, desk },
}) => {
  await desk.find('9118');
  await expect(
    rowsOf(desk)
      .filter({ hasText: /\d+[–\s].*\d{4}/ })
      .first(),
  ).toContainText(/1\s?–\s?3[01] \w+ \d{4}/);
  await desk.find('9040');
  await expect(desk.customer).toContainText('9-09040');
  await page.getByRole('searchbox', { name: 'Search the transactions' }).fill('kind that is new');
  await expect(rowsOf(desk)).toContainText('SOMETHING_NEW');
});
