import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test as base } from '../fixtures';
import type { Launched } from '../launch';
import { fontsFolder, pinFonts } from './pinned-fonts';

/** Day of the demo data and time of the page's clock. */
const day = '2026-11-23';
const now = new Date(`${day}T10:31:05+01:00`);

interface Look {
  language?: string;
  theme?: 'light' | 'dark';
}

interface Fixtures {
  /** Opens Ringside, connected to the API, with fixed fonts and clock. */
  open: (look?: Look) => Promise<Launched>;
}

const test = base.extend<Fixtures>({
  apiOptions: { today: () => day },
  open: async ({ home, launch, secrets, api }, use) => {
    await use(async ({ language = 'en-GB', theme = 'light' } = {}) => {
      const fonts = await pinFonts(home);
      const launched = await launch([`--lang=${language}`, `--theme=${theme}`, '--size=1280x720'], {
        ...secrets.env,
        ...fonts,
        TZ: 'Europe/Berlin',
      });
      const { page } = launched;
      await page.emulateMedia({ colorScheme: theme });
      await page.getByRole('textbox').nth(0).fill(api.origin);
      await page.getByRole('textbox').nth(1).fill(api.key);
      await page.getByRole('textbox').nth(1).press('Enter');
      await page.getByRole('search').getByRole('searchbox').waitFor();
      await page.clock.setFixedTime(now);
      return launched;
    });
  },
});

const accepted = join(__dirname, 'accepted');

/** Compares the window with the accepted picture of this version of Chromium. */
async function look({ app, page }: Launched, name: string): Promise<void> {
  const version = await app.evaluate(() => process.versions.chrome.split('.')[0]);
  const file = `${name}-chromium-${version}.png`;
  const isAccepting = test.info().config.updateSnapshots === 'all';
  test.skip(process.platform !== 'linux' || !existsSync(fontsFolder), 'Fonts can be fixed on Linux only.');
  test.skip(
    !isAccepting && !readdirSync(accepted).includes(file),
    `No accepted picture for Chromium ${version}: npm run visual:accept makes it.`,
  );
  await settle(page);
  await expect(page).toHaveScreenshot(file, {
    maxDiffPixelRatio: 0.0005,
    animations: 'allow',
    caret: 'initial',
  });
}

/** Waits until everything is loaded, and hides what changes from run to run: durations, the port and the caret. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[class*=skeleton], [aria-busy=true]') === null);
  // The footer shows the health of the API with the first report of calls.
  await page.waitForFunction(() => {
    const footer = document.querySelector('footer')?.innerText ?? '';
    const hasAsked = document.querySelector('[aria-current], [role=option]') !== null;
    return !hasAsked || /API (answers|antwortet)/.test(footer);
  });
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('footer button, footer span'))
      if (/\d ms\b|127\.0\.0\.1/.test(element.innerText)) element.style.visibility = 'hidden';
    // A later report of calls would give the focus back to the search box.
    HTMLElement.prototype.focus = () => undefined;
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

test('the connect screen looks as accepted', async ({ home, launch }) => {
  const launched = await launch(['--lang=en-GB', '--theme=light', '--size=1280x720'], await pinFonts(home));
  await look(launched, 'connect');
});

test('an account looks as accepted', async ({ open }) => {
  const launched = await open();
  await launched.desk.find('1001');
  await launched.desk.money('Balance').getByText('89.70').waitFor();
  await look(launched, 'account');
});

test('a dark account in German looks as accepted', async ({ open }) => {
  const launched = await open({ language: 'de', theme: 'dark' });
  await launched.page.getByRole('search').getByRole('searchbox').fill('1001');
  await launched.page.keyboard.press('Enter');
  await launched.page.getByText('89,70').first().waitFor();
  await look(launched, 'account-dark-de');
});

test('several hits look as accepted', async ({ open }) => {
  const launched = await open();
  await launched.desk.find('bullock edg');
  await launched.desk.list.getByRole('option').first().waitFor();
  await look(launched, 'several-hits');
});

test('a customer who is paused and restricted looks as accepted', async ({ open }) => {
  const launched = await open();
  await launched.desk.find('9032');
  await launched.desk.money('Balance').getByText('0.00').waitFor();
  await look(launched, 'restrictions');
});
