import { type ElectronApplication, expect } from '@playwright/test';
import { test } from './fixtures';

/** Keeps menus from being shown, which a test could not click, and remembers the last one. */
async function catchMenus(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() {
      Object.assign(globalThis, { shownMenu: this });
    };
  });
}

/** Labels of the menu that was shown last, grey ones in brackets; undefined before one is shown. */
function shownMenu(app: ElectronApplication): Promise<string[] | undefined> {
  return app.evaluate(() =>
    (globalThis as { shownMenu?: Electron.Menu }).shownMenu?.items
      .filter(({ type }) => type !== 'separator')
      .map(({ label, enabled }) => (enabled ? label : `(${label})`)),
  );
}

/** Clicks an item of the menu that was shown last, which then counts as closed. */
async function choose(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, wanted) => {
    const global = globalThis as { shownMenu?: Electron.Menu | undefined };
    const [window] = BrowserWindow.getAllWindows();
    const item = global.shownMenu?.items.find((each) => each.label === wanted);
    global.shownMenu = undefined;
    item?.click(undefined, window, window?.webContents);
  }, label);
}

test('the menu copies a fact, a customer of the list and a row, and New call clears the copy', async ({
  demo: { app, page, desk },
}) => {
  await catchMenus(app);
  await desk.find('1001');
  await desk.bookingsLoaded();
  await desk.money('Balance').getByRole('button').click({ button: 'right' });
  await expect.poll(() => shownMenu(app)).toEqual(['Copy balance']);
  await choose(app, 'Copy balance');
  await expect(page.getByRole('status').filter({ hasText: 'Copied balance' })).toBeVisible();
  expect(await desk.clipboard()).toBe('−€89.70');

  await desk.list.getByRole('option').click({ button: 'right' });
  await expect.poll(() => shownMenu(app)).toEqual(['Copy row']);
  await choose(app, 'Copy row');
  await expect
    .poll(() => desk.clipboard())
    .toMatch(/^Bullock Meyer, Edgar Thomas, 1-12345, 4 May 1952, Munich/);

  await desk.bookings.getByRole('row').filter({ hasText: '12 Aug 2026' }).click({ button: 'right' });
  await expect.poll(() => shownMenu(app)).toEqual(['Copy row']);
  await choose(app, 'Copy row');
  await expect.poll(() => desk.clipboard()).toMatch(/12 Aug 2026.*Reminder fee/);
  // The customer above it, and the sum below it.
  expect((await desk.clipboard()).trim().split('\n')).toHaveLength(3);

  await app.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 60_000;
  });
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await expect.poll(() => desk.clipboard()).toBe('');
});

test('the menu key opens the menu of the focused fact', async ({ warm: { app, page, desk } }) => {
  await catchMenus(app);
  await desk.find('1001');
  await desk.customer.getByRole('button', { name: '1-12345' }).focus();
  await page.keyboard.press('ContextMenu');
  await expect.poll(() => shownMenu(app)).toEqual(['Copy customer number']);
  await choose(app, 'Copy customer number');
  await expect.poll(() => desk.clipboard()).toBe('1-12345');
});

test('the menu of a field cuts, copies, pastes and selects', async ({ warm: { app, desk } }) => {
  await catchMenus(app);
  await app.evaluate(({ clipboard }) => clipboard.writeText('bullock'));
  await desk.box.click({ button: 'right' });
  await expect.poll(() => shownMenu(app)).toEqual(['(Cut)', '(Copy)', 'Paste', '(Select all)']);
  await choose(app, 'Paste');
  await expect(desk.box).toHaveValue('bullock');
  await desk.box.selectText();
  await desk.box.click({ button: 'right' });
  await expect.poll(() => shownMenu(app)).toEqual(['Cut', 'Copy', 'Paste', 'Select all']);
  await choose(app, 'Cut');
  await expect(desk.box).toHaveValue('');
  await expect.poll(() => desk.clipboard()).toBe('bullock');
});

test('the menu is in German on a German desk, and a masked fact has none', async ({ openWithPolicy }) => {
  const { app, page } = await openWithPolicy({ maskContact: true }, [
    '--demo',
    '--lang=de',
    '--customer=1001',
  ]);
  await catchMenus(app);
  await page.getByRole('button', { name: 'Verdeckt' }).first().click({ button: 'right' });
  await page.getByRole('button', { name: '1-12345' }).click({ button: 'right' });
  await expect.poll(() => shownMenu(app)).toEqual(['Kundennummer kopieren']);
});

test('a page that asks for a menu without a press gets none', async ({ warm: { app, page } }) => {
  await catchMenus(app);
  expect(await page.evaluate(() => window.ringside.menu.opened({ what: 'nothing' }))).toMatchObject({
    ok: true,
  });
  expect(await shownMenu(app)).toBeUndefined();
});
