import { expect } from '@playwright/test';
import { test } from './fixtures';

for (const [what, text] of [
  ['customer id', '1001'],
  ['customer number', '1-12345'],
  ['e-mail', 'example@email.com'],
  ['date of birth', '1952-05-04'],
  ['date of birth, German', '04.05.1952'],
  ['name and date', 'bullock 04.05.1952'],
  ['date and name', '1952-05-04 edgar'],
  ['last name, first name', 'Bullock, Edgar Thomas 1952-05-04'],
  ['id:', 'id:1001'],
  ['no:', 'no:1-12345'],
  ['pasted with stray spaces', '  1-12345\t'],
] as const) {
  test(`${what} opens the one customer it names`, async ({ warm: { desk } }) => {
    await desk.find(text);
    await expect(desk.customer.getByRole('heading')).toHaveText(/Edgar/);
    await expect(desk.customer).toContainText('1-12345');
    await expect(desk.money('Balance')).toContainText('89.70');
  });
}

test('while a search runs, nothing on the desk is about another search or another call', async ({
  openHeld,
}) => {
  const { page, desk, held } = await openHeld('/v1/customers/search');
  const searching = page.getByRole('heading', { name: 'Searching…' });
  /** What the column of the hits shows from a key until it says that it searches. */
  const shownFrom = async (key: string) => {
    const column = page.getByRole('complementary', { name: 'Customers' });
    await column.evaluate((element, last) => {
      const texts: string[] = [];
      const see = () => texts.push(element.textContent ?? '');
      new MutationObserver(see).observe(element, { childList: true, subtree: true, characterData: true });
      // Also what stays as it was before the key.
      window.addEventListener('keydown', ({ key }) => {
        if (key === last) requestAnimationFrame(() => requestAnimationFrame(see));
      });
      Object.assign(window, { texts });
    }, key.split('+').at(-1));
    await page.keyboard.press(key);
    await expect(searching).toBeVisible();
    return page.evaluate(() => (window as unknown as { texts: string[] }).texts.join('\n'));
  };
  await desk.find('id:77777');
  await expect(page.getByRole('heading', { name: 'No customer found for' })).toBeVisible();
  await desk.box.fill('bullock');
  expect(await shownFrom('Enter')).not.toMatch(/found for “bullock”/);

  await page.keyboard.press('ControlOrMeta+Shift+P');
  await desk.find('id:9003');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await expect(desk.money('Balance')).toContainText('€0.00');
  expect(await shownFrom('ControlOrMeta+Shift+P')).not.toMatch(/9-09003/);
  await expect(desk.box).toHaveValue('bullock');
  held.release();
  await expect(desk.list.getByRole('option')).toHaveCount(3);
});

test('names match in both orders, and the list distinguishes people of one name', async ({
  warm: { desk },
}) => {
  for (const text of ['bullock edgar', 'Edgar Bullock']) {
    await desk.find(text);
    const options = desk.list.getByRole('option');
    await expect(options).toHaveCount(3);
    await expect(options.filter({ hasText: '1-10877' })).toContainText('19 Nov 1981');
    await expect(options.filter({ hasText: '1-10877' })).toContainText('Augsburg');
    await expect(options.filter({ hasText: '1-10877' })).toContainText('Former');
  }
});

test('a name is searched while typing, arrow keys choose, Enter opens', async ({ warm: { desk } }) => {
  await expect(desk.box).toBeFocused();
  await desk.box.pressSequentially('bullock');
  const options = desk.list.getByRole('option');
  await expect(options).toHaveCount(3);
  await desk.box.press('ArrowDown');
  await desk.box.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  const name = await options.nth(1).getAttribute('id');
  await expect(desk.box).toHaveAttribute('aria-activedescendant', name ?? '');
  const number = /\d-\d{5}/.exec(await options.nth(1).innerText())?.[0] ?? 'no number';
  await desk.box.press('Enter');
  await expect(desk.customer).toContainText(number);
  await expect(desk.box).toBeFocused();
});

test('a click opens a customer and leaves the focus in the box', async ({ warm: { desk } }) => {
  await desk.find('bullock');
  await desk.list.getByRole('option').filter({ hasText: '2-00419' }).click();
  await expect(desk.customer).toContainText('Bullock-Meyer');
  await expect(desk.box).toBeFocused();
});

test('when nobody is found, the desk lists what was tried and offers other card formats', async ({
  warm: { page, desk },
}) => {
  await desk.find('123456');
  await expect(page.getByText('No customer found for “123456”').first()).toBeVisible();
  await expect(page.getByText('Tried: Customer ID, Customer number, Card number.')).toBeVisible();
  await page.getByRole('button', { name: 'Hex, MSB first' }).click();
  await expect(page.getByRole('button', { name: 'Decimal' })).toBeVisible();
});

test('Esc empties the box; New call clears the customer', async ({ warm: { page, desk } }) => {
  await desk.find('1001');
  await expect(desk.account).toBeVisible();
  await desk.box.press('Escape');
  await expect(desk.box).toHaveValue('');
  await expect(desk.account).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await expect(desk.account).toBeHidden();
  await expect(desk.box).toBeFocused();
});

test('the box shows how the text is understood', async ({ warm: { page, desk } }) => {
  for (const [text, reading] of [
    ['1001', 'ID, number or card'],
    ['1-12345', 'Customer number'],
    ['a@b.de', 'E-mail'],
    ['04.05.1952', 'Date of birth'],
    ['bullock', 'Name'],
    ['bullock 04.05.1952', 'Name and date of birth'],
    ['card:12', 'Card number'],
  ] as const) {
    await desk.box.fill(text);
    await expect(page.getByRole('search')).toContainText(reading);
  }
});

test('typing "demo" lists every state of the demo data', async ({ warm: { page, desk } }) => {
  await desk.box.pressSequentially('demo');
  await expect(desk.list.getByRole('option').filter({ hasText: '9-09500' })).toBeVisible();
  await expect(page.getByText(/\d+ customers for “demo”/).first()).toBeVisible();
});

for (const text of [
  'card:770000001001',
  '770000001001',
  'barcode:400000001001',
  'pin:91001',
  'a0eebc99-9c0b-4ef8-bb6d-000000001001',
  'debtor:D-1001',
  'B3:47:93:97:E9',
  'UID: B3 47 93 97 E9',
  ';770000001001?',
]) {
  test(`${text} finds its owner`, async ({ warm: { desk } }) => {
    await desk.find(text);
    await expect(desk.customer).toContainText('1-12345');
  });
}

for (const text of ['M-2076', 'm2076', 'Kd.-Nr. M 2076']) {
  test(`${text} finds a customer number with a letter`, async ({ warm: { desk } }) => {
    await desk.find(text);
    await expect(desk.customer).toContainText('Sandberg');
  });
}

test('a customer number without its hyphen is found, and the desk says so', async ({ warm: { desk } }) => {
  await desk.find('112345');
  await expect(desk.customer).toContainText('Edgar');
  await expect(desk.customer).toContainText('Found by Customer number 1-12345 (searched: 112345)');
});

test('a telephone number finds a customer of this session, also of an earlier call', async ({
  warm: { page, desk },
}) => {
  await desk.find('sandberg');
  await expect(desk.customer).toContainText('M-2076');
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await expect(desk.customer).toBeHidden();
  await desk.find('0171/39200 76');
  await expect(page.getByText('These customers, found in this session, have this number.')).toBeVisible();
  // Another customer may have the same number: nobody opens before the agent has chosen.
  await expect(desk.list.getByRole('option')).toHaveText(/Sandberg/);
  await expect(desk.customer).toBeHidden();
  await desk.box.press('ArrowDown');
  await desk.box.press('Enter');
  await expect(desk.customer).toContainText('Found by Telephone number');
});

test('the desk says that no other telephone number can be found', async ({ warm: { page, desk } }) => {
  await desk.box.fill('+49 171 3920099');
  await expect(page.getByRole('search')).toContainText('Telephone number');
  await expect(page.getByText('Ringside cannot search the API by telephone number.').first()).toBeVisible();
  await desk.box.press('Enter');
  await expect(page.getByText('Ask for the name or date of birth.').first()).toBeVisible();
  await expect(page.getByText('None of the customers found in this session has it.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Search all studios' })).toBeHidden();
});

test('digits that are a telephone number can be searched as a card', async ({ warm: { page, desk } }) => {
  await desk.box.fill('01713920099');
  await expect(page.getByRole('search')).toContainText('Telephone or card number');
  await desk.box.press('Enter');
  await expect(page.getByText('“01713920099” looks like a telephone number')).toBeVisible();
  await page.getByRole('button', { name: 'Search as: ID, number or card' }).click();
  await expect(page.getByText('Tried: Customer number, Card number.')).toBeVisible();
});

test('two last names, or two first names, match', async ({ warm: { desk } }) => {
  for (const text of ['García Núñez', 'maría josé garcía núñez']) {
    await desk.find(text);
    await expect(
      desk.list.getByRole('option').or(desk.customer).filter({ hasText: /Núñez/ }).first(),
    ).toBeVisible();
  }
});

test('a customer of another studio is reported as that', async ({ warm: { page, desk } }) => {
  await desk.find('102001');
  await expect(desk.diagnostics).toContainText('This record belongs to another studio.');
  await expect(desk.diagnostics).toContainText('Which studio do you train at?');
  // A retry cannot help.
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
  await expect(page.getByText('No customer found')).toBeHidden();
});

test('F6 moves through all regions and back to the box', async ({ warm: { page, desk } }) => {
  await desk.find('9500');
  await expect(desk.diagnostics).toBeVisible();
  const regions: string[] = [];
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press('F6');
    regions.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''));
  }
  expect(regions).toEqual(['Customers', 'Customer', 'Error diagnostics', 'Account', 'Find a customer']);
  await page.keyboard.press('Shift+F6');
  await expect(desk.account).toBeFocused();
});

test('a second, hasty Enter opens none of several hits', async ({ warm: { desk } }) => {
  // A date is searched on Enter only, so that the first Enter is the search.
  await desk.find('1970-03-12');
  await expect(desk.list.getByRole('option').nth(1)).toBeVisible();
  await desk.box.press('Enter');
  await expect(desk.list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await expect(desk.customer).toBeHidden();
});

test('a customer of an earlier search is marked', async ({ warm: { page, desk } }) => {
  await desk.find('1001');
  await expect(desk.customer).not.toContainText('From an earlier search');
  await desk.find('77777');
  await expect(desk.customer).toContainText('From an earlier search');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(desk.customer).toContainText('From an earlier search');
  await expect(desk.money('Balance')).toContainText('89.70');
  // Without the search there is nothing to be marked against.
  await desk.box.press('Escape');
  await expect(desk.customer).not.toContainText('From an earlier search');
});

for (const [typed, name] of [
  ['garcia nunez', /García Núñez/],
  ['sule ozturk', /Öztürk, Şule/],
  ['lucja nowak', /Nowak, Łucja/],
  ['gross', /Groß/],
  ['heide', /von der Heide/],
  ['fuente', /de la Fuente/],
  ['löwenstein', /zu Löwenstein/],
] as const) {
  test(`${typed} finds the name in its own spelling`, async ({ warm: { page, desk } }) => {
    await desk.find(typed);
    await expect(desk.list.getByRole('option').filter({ hasText: name }).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: /similar/ })).toHaveCount(0);
  });
}

test('a wrong letter finds similar names, which never open by themselves', async ({
  warm: { page, desk },
}) => {
  await desk.find('edgar bulock munich');
  await expect(
    page.getByRole('heading', { name: 'No customer found for “edgar bulock munich”, but' }),
  ).toBeVisible();
  const edgar = desk.list.getByRole('option').filter({ hasText: '1-12345' });
  await expect(edgar).toContainText('similar');
  await desk.find('edgar.1002@exmaple.com');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: /but 1 similar address$/ })).toBeVisible();
  await expect(desk.customer).toHaveCount(0);
  await desk.box.press('ArrowDown');
  await desk.box.press('Enter');
  await expect(desk.customer).toContainText('1-10877');
});

test('names that sound alike are similar, and others are searched on request', async ({
  warm: { page, desk },
}) => {
  await desk.find('mayr');
  const options = desk.list.getByRole('option');
  await expect(options.first()).toContainText('Maier');
  await expect(page.getByRole('heading', { name: /, but \d+ similar names$/ })).toBeVisible();
  await desk.find('bullock');
  await expect(options).toHaveCount(3);
  await page.getByRole('button', { name: 'Search for similar names' }).click();
  await expect(page.getByRole('button', { name: 'Search for similar names' })).toHaveCount(0);
  await expect(options.first()).toContainText('Bullock');
});

for (const text of ['thomas müller 25.8.', 'thomas müller 1999'])
  test(`${text} is one of several Thomas Müllers`, async ({ warm: { desk } }) => {
    await desk.find(text);
    await expect(desk.customer).toContainText('1-20002');
  });

test('a city or a studio beside a name narrows the list', async ({ warm: { desk } }) => {
  await desk.find('thomas müller augsburg');
  const options = desk.list.getByRole('option');
  await expect(options.filter({ hasText: '1-20002' })).toBeVisible();
  await expect(options.filter({ hasNotText: 'Augsburg' })).toHaveCount(0);
});

test('a search changes nothing in the column for 150 ms, so that a fast answer comes without a "Searching"', async ({
  openHeld,
}) => {
  const { page, desk, held } = await openHeld('/v1/customers/search');
  // From here on, no time passes by itself.
  await page.clock.install();
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
  const column = page.getByRole('complementary', { name: 'Customers' });
  await desk.find('bullock 1952-05-04');
  await expect.poll(held.held).toBeGreaterThan(0);
  const heading = column.getByRole('heading');
  await page.clock.runFor(149);
  await expect(heading).toHaveText('Customers');
  await page.clock.runFor(1);
  await expect(heading).toHaveText(/^Searching/);
  held.release();
  await expect(desk.customer).toBeVisible();

  const headings = await column.evaluateHandle((element) => {
    const seen = new Set<string>();
    new MutationObserver(() => seen.add(element.querySelector('h2')?.innerText ?? '')).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return seen;
  });
  await desk.find('bullock');
  await expect(desk.list.getByRole('option')).toHaveCount(3);
  expect(await headings.evaluate((seen) => [...seen].filter((text) => text.startsWith('Searching')))).toEqual(
    [],
  );
});

test('typed letters are in the box before the rows that they narrow are drawn', async ({
  demo: { page, desk },
}) => {
  const options = desk.list.getByRole('option');
  await desk.find('bullock');
  await expect(options).toHaveCount(3);
  // From here on, no time passes by itself, and no frame.
  await page.clock.install();
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
  await desk.box.pressSequentially(' augsburg');
  await expect(desk.box).toHaveValue('bullock augsburg');
  expect(await options.count()).toBe(3);
  await page.clock.runFor(100);
  await expect(options).toHaveCount(1);
});

test('the active hit stays in view while the rows above it get their real height', async ({
  warm: { page, desk },
}) => {
  await desk.find('demo');
  const options = desk.list.getByRole('option');
  await expect(options.first()).toBeVisible();
  const active = desk.list.locator('[aria-selected=true]');
  for (let press = 0; press < 3; press += 1) {
    await desk.box.press('PageDown');
    // The heights are reported in the next frame, and those that this brings into view in the one after it.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
    );
    await expect(active).toBeInViewport({ ratio: 1 });
  }
});

test('the active hit stays in view when the agent is back before the list is drawn', async ({
  warm: { desk },
}) => {
  await desk.find('demo');
  const options = desk.list.getByRole('option');
  await expect(options.first()).toBeVisible();
  await desk.box.press('ArrowDown');
  await desk.box.evaluate(async (box) => {
    for (const key of ['PageDown', 'PageDown', 'PageUp', 'PageUp']) {
      box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      // Each key is rendered before the next, in the same frame.
      for (let step = 0; step < 10; step += 1) await Promise.resolve();
    }
  });
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(options.first()).toBeInViewport({ ratio: 1 });
});
