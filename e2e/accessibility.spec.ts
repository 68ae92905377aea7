import { expect, type Locator, type Page } from '@playwright/test';
import { axeFindings } from './axe';
import type { DeskPage } from './desk-page';
import { test } from './fixtures';
import type { Warm } from './warm-desk';

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
    await page.keyboard.press('ControlOrMeta+Shift+O');
    await page.keyboard.press('ControlOrMeta+B');
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
    await page.keyboard.press('ControlOrMeta+K');
    await expect(page.getByRole('dialog').getByRole('option', { name: /Edgar Thomas/ })).toBeVisible();
  },
  keys: async (page) => {
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  },
  settings: async (page) => {
    await page.keyboard.press('ControlOrMeta+,');
    await expect(page.getByText('Chromium', { exact: true })).toBeVisible();
    await page.getByText('Licences', { exact: true }).click();
  },
};

/** After it, the endpoint is paused for a minute. */
const rateLimit: typeof screens = {
  'rate limit': async (_page, desk) => {
    await desk.find('9429');
    await expect(desk.diagnostics).toContainText('Continues automatically');
  },
};

const themes = ['light', 'dark'] as const;

type Screen = Pick<Warm, 'page' | 'desk'>;

/** Opens these screens one after the other. */
async function onEach(shown: typeof screens, { page, desk }: Screen, check: (name: string) => Promise<void>) {
  for (const [name, open] of Object.entries(shown)) {
    await page.keyboard.press('ControlOrMeta+Shift+X');
    await open(page, desk);
    await check(name);
    await page.keyboard.press('Escape');
  }
}

async function passesAxe(shown: typeof screens, on: Screen, theme: (typeof themes)[number]): Promise<void> {
  await on.page.emulateMedia({ colorScheme: theme });
  const found: Record<string, string[]> = {};
  await onEach(shown, on, async (name) => {
    found[name] = await axeFindings(on.page);
  });
  expect(found, theme).toEqual(Object.fromEntries(Object.keys(shown).map((name) => [name, []])));
}

async function hasNoSmallControl(shown: typeof screens, on: Screen): Promise<void> {
  await onEach(shown, on, async (name) => {
    const small = await on.page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, summary, [role=option]')]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}×${box.height}`),
    );
    expect(small, name).toEqual([]);
  });
}

for (const theme of themes) {
  test(`axe finds nothing on any screen, ${theme}`, ({ warm }) => passesAxe(screens, warm, theme));

  test(`axe finds nothing during verification, ${theme}`, async ({ warmVerifying: { page, desk } }) => {
    await page.emulateMedia({ colorScheme: theme });
    await desk.find('1001');
    await expect(page.getByRole('checkbox', { name: 'Date of birth' })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });
}

test('axe finds nothing on the connect screen, light and dark', async ({ launch }) => {
  const { page } = await launch(['--lang=en-GB']);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axeFindings(page), theme).toEqual([]);
  }
});

test('every control is at least 24 pixels high and wide', ({ warm }) => hasNoSmallControl(screens, warm));

test('a paused endpoint passes axe, light and dark, and its controls are large enough', async ({ demo }) => {
  for (const theme of themes) await passesAxe(rateLimit, demo, theme);
  await hasNoSmallControl(rateLimit, demo);
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

for (const scheme of ['dark', 'light'] as const)
  test(`forced colours on ${scheme}: what matched, what is chosen and what is first can be told apart`, async ({
    warm: { page, desk },
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    /** Colours of the first element: its text, its background, and its left border. */
    const colours = (element: Locator) =>
      element.first().evaluate((each) => {
        const { color, backgroundColor, borderLeftColor } = getComputedStyle(each);
        return { text: color, ground: backgroundColor, border: borderLeftColor };
      });
    const { text, ground } = await colours(page.locator('html'));
    expect(text).not.toBe(ground);

    await desk.find('bullock');
    await expect(desk.list.getByRole('option')).toHaveCount(3);
    expect((await colours(desk.list.locator('mark'))).text).toBe(text);
    const other = desk.list.getByRole('option').nth(1);
    expect((await colours(other)).border).toBe(ground);

    await desk.find('1001');
    await desk.bookingsLoaded();
    const tabs = page.getByRole('tab');
    const chosen = await colours(tabs.and(page.locator('[aria-selected=true]')));
    expect(chosen.ground).not.toBe(ground);
    expect(chosen.text).not.toBe(chosen.ground);

    await page.keyboard.press('Control+Shift+O');
    await page.keyboard.press('Control+B');
    await page.keyboard.press('Shift+ArrowDown');
    const rows = desk.bookings.locator('tr[aria-selected=true]');
    await expect(rows).toHaveCount(2);
    const row = await colours(rows.locator('td'));
    expect(row.ground).not.toBe(ground);
    // The tag, and the ring of the row that has the focus.
    expect((await colours(rows.getByText('Installment plan'))).text).toBe(row.text);
    const ring = () => rows.evaluateAll((all) => all.map((each) => getComputedStyle(each).outlineColor));
    expect(await ring()).toContain(row.text);

    await desk.find('9500');
    const first = await colours(desk.diagnostics.getByRole('button', { name: 'Copy trace ID' }));
    const second = await colours(desk.diagnostics.getByRole('button', { name: 'All facts' }));
    expect(first.ground).not.toBe(second.ground);
    expect(first.text).not.toBe(first.ground);
  });

test('reduced motion disables animations', async ({ warm: { page, desk } }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await desk.find('9601');
  await expect(desk.account).toBeVisible();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
