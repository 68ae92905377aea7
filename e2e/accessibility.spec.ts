import { expect, type Page } from '@playwright/test';
import { axeFindings } from './axe';
import type { DeskPage } from './desk-page';
import { test } from './fixtures';

/** Every screen, and the keys that lead there from an empty desk on demo data. */
const screens: Record<string, (page: Page, desk: DeskPage) => Promise<void>> = {
  empty: async (_page, desk) => expect(desk.box).toBeFocused(),
  results: async (_page, desk) => {
    await desk.find('bullock');
    await expect(desk.list.getByRole('option')).toHaveCount(3);
  },
  nobody: async (page, desk) => {
    await desk.find('123456');
    await expect(page.getByRole('heading', { name: /No customer found/ })).toBeVisible();
  },
  readings: async (page, desk) => {
    await desk.box.fill('1001');
    await page.keyboard.press('F3');
    await expect(page.getByRole('listbox', { name: 'Search as…' })).toBeVisible();
  },
  account: async (_page, desk) => {
    await desk.find('1001');
    await expect(desk.money('Balance')).toContainText('89.70');
    await expect(desk.bookings.getByText(/^Today, /)).toBeVisible();
  },
  'overdue and selected': async (page, desk) => {
    await desk.find('1001');
    await expect(desk.bookings.getByRole('row').filter({ hasText: '€' }).first()).toBeVisible();
    await page.keyboard.press('Control+Shift+O');
    await page.keyboard.press('Control+B');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('2 rows selected')).toBeVisible();
  },
  failure: async (_page, desk) => {
    await desk.find('9500');
    await expect(desk.diagnostics).toContainText('500');
  },
  'everything fails': async (_page, desk) => {
    await desk.find('demo');
    await desk.list.getByRole('option').filter({ hasText: '9-08500' }).click();
    await expect(desk.account).toContainText('Past transactions could not be loaded.');
  },
  palette: async (page, desk) => {
    await desk.find('1001');
    await expect(desk.money('Balance')).toContainText('89.70');
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('dialog').getByRole('option', { name: /Edgar Thomas/ })).toBeVisible();
  },
  keys: async (page) => {
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  },
  settings: async (page) => {
    await page.keyboard.press('Control+,');
    await expect(page.getByText('Chromium', { exact: true })).toBeVisible();
    await page.getByText('Licences', { exact: true }).click();
  },
  // Last, because the endpoint is paused for a minute afterwards.
  'rate limit': async (_page, desk) => {
    await desk.find('9429');
    await expect(desk.diagnostics).toContainText('Continues automatically');
  },
};

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${theme}`, async ({ demo: { page, desk } }) => {
    await page.emulateMedia({ colorScheme: theme });
    const found: Record<string, string[]> = {};
    for (const [name, open] of Object.entries(screens)) {
      await page.keyboard.press('Control+Shift+X');
      await open(page, desk);
      found[name] = await axeFindings(page);
      await page.keyboard.press('Escape');
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(screens).map((name) => [name, []])));
  });

  test(`axe finds nothing on the connect screen and during verification, ${theme}`, async ({
    launch,
    openWithPolicy,
  }) => {
    const first = await launch(['--lang=en-GB']);
    await first.page.emulateMedia({ colorScheme: theme });
    await expect(first.page.getByRole('button', { name: 'Connect', exact: true })).toBeVisible();
    await first.page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(first.page.getByRole('alert').first()).toBeVisible();
    expect(await axeFindings(first.page)).toEqual([]);
    await first.end();

    const { page, desk } = await openWithPolicy({ verificationFactors: ['dateOfBirth', 'postcode'] });
    await page.emulateMedia({ colorScheme: theme });
    await desk.find('1001');
    await expect(page.getByRole('checkbox', { name: 'Date of birth' })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });
}

test('every control is at least 24 pixels high and wide', async ({ demo: { page, desk } }) => {
  for (const [name, open] of Object.entries(screens)) {
    await page.keyboard.press('Control+Shift+X');
    await open(page, desk);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, summary, [role=option]')]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}×${box.height}`),
    );
    expect(small, name).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test('changes are announced politely and once', async ({ demo: { page, desk } }) => {
  await expect(desk.box).toBeFocused();
  // Collects every text of the live regions, as a screen reader would announce them.
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[aria-live=polite], [role=status], [role=alert]');
        const text = region?.textContent?.trim();
        if (text && said.at(-1) !== text) said.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await desk.find('bullock edgar 1952-05-04');
  await expect(desk.money('Balance')).toContainText('89.70');
  await desk.find('9500');
  await expect(desk.diagnostics).toBeVisible();
  await desk.find('9429');
  await expect(desk.diagnostics).toContainText('Continues automatically');
  const wait = page.getByRole('timer').filter({ hasText: 'Continues' }).first();
  for (let second = 0; second < 2; second += 1) {
    const before = await wait.innerText();
    await expect(wait).not.toHaveText(before);
  }
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  const times = (text: RegExp) => said.filter((each) => text.test(each)).length;
  expect(times(/^1 customer for “bullock edgar 1952-05-04”$/)).toBe(1);
  expect(times(/^In debt collection. Balance −€89.70$/)).toBe(1);
  expect(times(/^The account could not be loaded.$/)).toBe(1);
  // The wait is announced once with its failure, and not every second.
  expect(times(/Continues automatically in \d+ s/)).toBe(1);
});

test('forced colours keep every state distinguishable', async ({ warm: { page, desk } }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await desk.find('bullock');
  await expect(desk.list.getByRole('option')).toHaveCount(3);
  await desk.box.press('ArrowDown');
  await desk.box.press('ArrowDown');
  const outline = (selector: string) =>
    page.evaluate((query) => {
      const element = document.querySelector(query);
      return element ? getComputedStyle(element).outlineStyle : 'missing';
    }, selector);
  expect(await outline('[role=option][aria-selected=true]')).toBe('solid');
  expect(await outline('search')).toBe('solid');
  await desk.find('1001');
  const alarm = desk.money('Debt collection');
  await expect(alarm).toContainText('In debt collection');
  expect(await alarm.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('3px');
});

test('reduced motion disables animations', async ({ warm: { page, desk } }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await desk.find('9601');
  await expect(desk.account).toBeVisible();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
