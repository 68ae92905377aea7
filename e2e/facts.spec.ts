import { expect } from '@playwright/test';
import { test } from './fixtures';

test('a click or Enter copies a whole fact as it is shown, with a word what was copied', async ({
  warm: { page, desk },
}) => {
  await desk.find('1001');
  for (const [value, what] of [
    ['1-12345', 'customer number'],
    ['1001', 'customer ID'],
    ['4 May 1952', 'date of birth'],
    ['example@email.com', 'e-mail address'],
    ['Am Bahnhof 89, 12133 Munich', 'address'],
    ['+49 30 23125 001', 'telephone number'],
    ['Edgar Thomas Bullock Meyer', 'name'],
  ] as const) {
    await desk.customer.getByRole('button', { name: value, exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: `Copied ${what}` })).toBeVisible();
    expect(await desk.clipboard()).toBe(value);
  }
  for (const [group, value, what] of [
    ['Balance', '−€89.70', 'balance'],
    ['Consumption credit', '€12.50', 'consumption credit'],
    ['Dunning level', 'Dunning Level 1', 'dunning level'],
    ['Debt collection', 'In debt collection', 'debt collection'],
    ['Open and overdue', '€59.80', 'open amount'],
  ] as const) {
    await desk.money(group).getByRole('button', { name: value, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: `Copied ${what}` })).toBeVisible();
    expect(await desk.clipboard()).toBe(value);
  }
});

test('a double click copies the minus, and dragging selects a part', async ({ warm: { page, desk } }) => {
  await desk.find('1001');
  const balance = desk.money('Balance').getByRole('button');
  await balance.dblclick();
  expect(await desk.clipboard()).toBe('−€89.70');
  await page.keyboard.press('ControlOrMeta+C');
  expect(await desk.clipboard()).toBe('−€89.70');

  const address = desk.customer.getByRole('button', { name: 'Am Bahnhof 89, 12133 Munich' });
  const box = await address.boundingBox();
  if (!box) throw new Error('The address is not shown');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 3, middle, { steps: 4 });
  await page.mouse.up();
  const selected = await page.evaluate(() => window.getSelection()?.toString() ?? '');
  expect(selected).toMatch(/^Am B/);
  expect(selected).not.toContain('Munich');
  expect(await desk.clipboard()).toBe('−€89.70');
  await page.keyboard.press('ControlOrMeta+C');
  await expect.poll(() => desk.clipboard()).toBe(selected);
});

test('a masked fact is not copied and says so', async ({ warm: { page, desk } }) => {
  await desk.maskContactData();
  await desk.find('1001');
  const masked = desk.customer.getByRole('button', { name: 'Masked' });
  await expect(masked).toHaveCount(3);
  await masked.first().click();
  await expect(page.getByRole('status').filter({ hasText: 'Masked. Nothing was copied.' })).toBeVisible();
  expect(await desk.clipboard()).toBe('');
});

test('all telephone numbers stand before e-mail and address, and nothing of them is cut', async ({
  warm: { app, page, desk },
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(960, 640));
  await desk.find('9031');
  const facts = desk.customer.getByRole('button');
  await expect(facts.filter({ hasText: '5550 1031' })).toBeVisible();
  const texts = await facts.allInnerTexts();
  const from = texts.indexOf('+49 171 3920 031');
  expect(texts.slice(from, from + 5)).toEqual([
    '+49 171 3920 031',
    '+49 30 23125 031',
    '0171 / 3920 931',
    '+49 89 5550 1031 (reception, ask for extension 12)',
    'maximiliane.alexandra.konstantina.von-und-zu-hohenlohe@example-fitness-company.com',
  ]);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('header [data-copy]')]
      .filter((fact) => {
        const { right, bottom } = fact.getBoundingClientRect();
        let isCut = right > innerWidth || bottom > innerHeight;
        for (let box: HTMLElement | null = fact; box; box = box.parentElement)
          isCut ||= getComputedStyle(box).overflowX !== 'visible' && box.scrollWidth > box.clientWidth;
        return isCut;
      })
      .map(({ innerText }) => innerText),
  );
  expect(cut).toEqual([]);
});

test('facts of a failure are copied as well, also in the dialog of all facts', async ({
  warm: { page, desk },
}) => {
  await desk.find('9500');
  const traceId = desk.stripFact('Trace ID').getByRole('button');
  await traceId.click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied Trace ID' })).toBeVisible();
  expect(await desk.clipboard()).toBe(await traceId.innerText());
  await desk.openFacts();
  await desk.fact('HTTP status').getByRole('button').click();
  await expect(desk.facts.getByRole('status').filter({ hasText: 'Copied HTTP status' })).toBeVisible();
  expect(await desk.clipboard()).toBe('500 Internal Server Error');
});

test('Copy summary puts the customer and the account into one readable text', async ({
  warm: { page, desk },
}) => {
  await desk.find('1001');
  await desk.bookingsLoaded();
  await desk.customer.getByRole('button', { name: 'Copy summary' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied summary' })).toBeVisible();
  expect(await desk.clipboard()).toMatch(
    new RegExp(
      [
        'Name: Edgar Thomas Bullock Meyer',
        'Customer number: 1-12345',
        'Studio: Fit Example Munich',
        'Balance: −€89\\.70',
        'Open: €59\\.80 \\(2 transactions, the oldest \\d+ days late\\)',
        'Dunning level: Dunning Level 1',
        'Debt collection: In debt collection',
        'Access: Not blocked',
        'As of: \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d:\\d\\d',
      ]
        .map((line) => `${line}`)
        .join('\\n')
        .replace(/^/, '^')
        .replace(/$/, '$'),
    ),
  );

  await desk.find('9006');
  await expect(desk.money('Balance')).toContainText('Not supplied');
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await expect.poll(() => desk.clipboard()).toContain('Balance: Not supplied');
  expect(await desk.clipboard()).toContain('Debt collection: Not in debt collection');

  await desk.find('9500');
  await expect(desk.diagnostics).toContainText('Missing: Account.');
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await expect.poll(() => desk.clipboard()).toContain('Balance: Not loaded');
  expect(await desk.clipboard()).toContain('Debt collection: Not loaded');
});

test('a summary in German contains no masked fact and no money before the verification', async ({
  openWithPolicy,
}) => {
  const { page, desk } = await openWithPolicy({ verificationFactors: ['customerNumber'] }, [
    '--demo',
    '--lang=de',
    '--customer=1001',
  ]);
  await page.getByRole('button', { name: 'Zusammenfassung kopieren' }).click();
  await expect(page.getByText('Zusammenfassung kopiert')).toBeVisible();
  const text = await desk.clipboard();
  expect(text).toMatch(/^Name: Edgar Thomas Bullock Meyer\nStudio: .*\nZutritt: Nicht gesperrt/);
  expect(text).not.toMatch(/1-12345|89,70|Saldo|Inkasso/);
});

test('blocked access is an alert above the money, and stands in the list and among the recent customers', async ({
  warm: { page, desk },
}) => {
  await desk.find('9018');
  const alert = page.getByRole('alert').filter({ hasText: /^Access blocked/ });
  await expect(alert).toBeVisible();
  const [above, below] = [await alert.boundingBox(), await desk.money('Balance').boundingBox()];
  expect(above && below && above.y + above.height).toBeLessThanOrEqual(below?.y ?? 0);
  await expect(desk.list.getByRole('option')).toContainText('Access blocked');
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect(alert).toHaveCount(0);
  await expect(desk.list.getByRole('option')).not.toContainText('Access blocked');
  const recents = page.getByRole('region', { name: 'Recent customers in this session' });
  await expect(recents.getByRole('button', { name: /9-09018/ })).toContainText('Access blocked');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('dialog').getByRole('option', { name: /9-09018/ })).toContainText(
    'Access blocked',
  );
});
