import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { canaryKey, keyAccount, saveStudios } from '../fixtures';
import { runToExit } from '../launch';
import { type Desktop, desktopRow } from './desktop-row';
import type { FaultContext } from './fault-context';
import { paths } from './fault-context';

/** Starts a Ringside with the studios of the row's server whose names contain one of these words. */
async function withStudios(
  { home, secrets, server, open }: Desktop,
  words: readonly string[],
): Promise<FaultContext> {
  const studios = server.studios.filter(({ name }) => words.some((word) => name.includes(word)));
  await saveStudios(home, secrets, studios);
  return open();
}

const results = (page: Page) => page.getByRole('complementary');

/** Waits for a line of the results and returns it. */
async function line(page: Page, text: string | RegExp): Promise<string> {
  const found = results(page).getByText(text);
  await found.waitFor();
  return found.innerText();
}

/** Answers the dialogs of main: consent to an address, and the choice of a file. */
async function answerDialogs({ app }: FaultContext, consents: boolean, file?: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, [response, path]) => {
      dialog.showMessageBox = async () => ({ response: Number(response), checkboxChecked: false });
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [String(path)] });
    },
    [consents ? 0 : 1, file ?? ''] as const,
  );
}

/** Opens the dialog that adds studios. */
async function addStudios(page: Page): Promise<{ rows: Locator; table: Locator }> {
  await page.getByRole('button', { name: 'Add studios' }).click();
  return {
    rows: page.getByRole('textbox', { name: 'Rows to add' }),
    table: page.getByRole('table', { name: 'Studios to add' }),
  };
}

/** Adds rows and returns the state of one. Rows change their places when all have been tried. */
async function addedRow(page: Page, text: string, state: RegExp): Promise<string> {
  const { rows, table } = await addStudios(page);
  await rows.fill(text);
  await page.getByRole('button', { name: 'Connect all' }).click();
  const cell = table.getByRole('cell').filter({ hasText: state });
  await cell.waitFor();
  return cell.innerText();
}

for (const [id, name, text] of [
  ['studioRateLimited', 'Ulm', /Too many requests/],
  ['studioKeyRefused', 'Nuremberg', /API key was refused/],
] as const)
  desktopRow(id, async (desktop) => {
    const { page, desk, balance } = await withStudios(desktop, ['Munich', 'Augsburg', name]);
    desktop.begin();
    await desk.find('1001');
    const reads = await line(page, text);
    await expect(desk.list.getByRole('option')).toHaveCount(1);
    // The others answer, and the hit opens at any time.
    await desk.box.press('ArrowDown');
    await desk.box.press('Enter');
    await balance.waitFor();
    return reads;
  });

desktopRow('studioKeyGone', async (desktop) => {
  const { home, secrets, server, open, begin } = desktop;
  const studios = server.studios.filter(({ name }) => ['Fit Example Munich', 'City Gym'].includes(name));
  await saveStudios(home, secrets, studios.slice(0, 1));
  const saved = studios.map(({ key: _, ...studio }) => studio);
  const addresses = studios.map(({ address }) => address);
  const settings = { version: 2, addresses, studios: saved };
  await writeFile(join(home, 'Ringside', 'settings.json'), JSON.stringify(settings));
  const { page, desk } = await open();
  begin();
  await desk.find('1001');
  return line(page, 'City Gym: ');
});

desktopRow('studioDown', async (desktop) => {
  const { page, desk } = await withStudios(desktop, ['Munich', 'City Gym']);
  for (const path of ['/city-gym/v1/customers/search', '/city-gym/v1/cross-studio/customers/search'])
    desktop.server.on(path, ({ socket }) => socket.resetAndDestroy());
  desktop.begin();
  await desk.find('bullock');
  const reads = await line(page, 'City Gym: ');
  await expect(desk.list.getByRole('option')).toHaveCount(3);
  return reads;
});

desktopRow('studioSlow', async (desktop) => {
  const { page, desk } = await withStudios(desktop, ['Munich', 'Augsburg']);
  const slow = desktop.server.studios.find(({ name }) => name.includes('Augsburg'))?.key;
  desktop.server.on(paths.customer, ({ request, pass }) => {
    if (request.headers['x-api-key'] !== slow) pass();
  });
  desktop.begin();
  await desk.find('1001');
  const reads = await line(page, '1 of 2 studios');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await expect(desk.customer).toBeHidden();
  return reads;
});

desktopRow('studioAskedAgain', async (desktop) => {
  const { page, desk, balance } = await withStudios(desktop, ['Munich', 'City Gym']);
  desktop.server.on(paths.customer, ({ response, count, pass }) =>
    count === 1 ? void response.writeHead(500).end() : pass(),
  );
  desktop.begin();
  await desk.find('1001');
  await page.getByRole('button', { name: 'Ask them again' }).click();
  await desk.box.focus();
  await balance.waitFor();
  return balance.innerText();
});

desktopRow('allStudiosFail', async (desktop) => {
  const { page, desk } = await withStudios(desktop, ['Ulm', 'Nuremberg']);
  desktop.begin();
  await desk.find('1001');
  await expect(page.getByRole('heading', { name: 'No customer found yet' })).toBeVisible();
  return line(page, '0 of 2 studios');
});

desktopRow('chainRefused', async (desktop) => {
  const { desk, page, balance } = await withStudios(desktop, ['Munich', 'City Gym']);
  // The chain answers once; afterwards the key has lost the right.
  desktop.server.on('/v1/cross-studio/customers/1001', ({ response }) => void response.writeHead(403).end());
  desktop.begin();
  await desk.find('1001');
  await balance.waitFor();
  await expect(page.getByText('studios have answered')).toBeHidden();
  return balance.innerText();
});

desktopRow('sameNumber', async (desktop) => {
  const { page, desk } = await withStudios(desktop, ['Munich', 'City Gym']);
  desktop.begin();
  await desk.find('1-12345');
  const heading = page.getByRole('heading', { name: '2 customers' });
  await heading.waitFor();
  await expect(desk.customer).toBeHidden();
  return heading.innerText();
});

desktopRow('noKeyForHome', async ({ home, open, begin }) => {
  await mkdir(join(home, 'Ringside'), { recursive: true });
  const { desk, page } = await open({ args: ['--demo'] });
  begin();
  await desk.find('9705');
  const reads = desk.account.getByText('Belongs to studio');
  await reads.waitFor();
  await expect(page.getByRole('table', { name: 'Transactions' })).toBeHidden();
  return reads.innerText();
});

desktopRow('customerMoved', async ({ open, begin }) => {
  const { desk, page, balance } = await open({ args: ['--demo'] });
  begin();
  await desk.find('moved demo');
  const notice = page.getByRole('region', { name: 'Moved customer' });
  await notice.waitFor();
  await balance.waitFor();
  return notice.innerText();
});

desktopRow('movedNowhere', async (desktop) => {
  const { desk, title } = await withStudios(desktop, ['Munich']);
  desktop.begin();
  await desk.find('9701');
  await title.waitFor();
  return title.innerText();
});

desktopRow('unknownStudio', async (desktop) => {
  const { home, display } = desktop;
  const { page, balance } = await withStudios(desktop, ['Munich', 'City Gym']);
  desktop.begin();
  const link = 'ringside://customer/1001?studio=Atlantis';
  await runToExit(['--', link], { home, display, env: desktop.secrets.env });
  const notice = page.getByText('No single studio matches');
  await notice.waitFor();
  await balance.waitFor();
  return notice.innerText();
});

desktopRow('studioUnnamed', async ({ open, server, begin, secrets }) => {
  const { page, desk } = await open();
  const gym = server.studios.at(-1);
  begin();
  await desk.connect(gym?.address ?? '', gym?.key ?? '');
  const reads = page.getByText('The API did not say');
  await reads.waitFor();
  expect(await secrets.lookup(`${gym?.address}#local-1`)).toBeUndefined();
  return reads.innerText();
});

desktopRow('rowRefused', async ({ open, server, begin }) => {
  const { page } = await open();
  begin();
  const text = `Munich;${canaryKey};${server.origin}\nUlm;0e37df36-f698-11e6-8dd4-cb9ced3df976;${server.origin}`;
  const reads = await addedRow(page, text, /refused/);
  await expect(page.getByText('1 of 2 connected')).toBeVisible();
  return reads;
});

desktopRow('rowNotTheApi', async ({ open, server, begin }) => {
  const { page } = await open();
  server.on('/v1/customers', ({ response }) => void response.writeHead(404).end());
  begin();
  return addedRow(page, `Munich;${canaryKey};${server.origin}`, /Something other than the API/);
});

desktopRow('rowWithoutConsent', async (desktop) => {
  const ringside = await withStudios(desktop, ['Munich']);
  await answerDialogs(ringside, false);
  await ringside.page.keyboard.press('Control+,');
  desktop.begin();
  const gym = desktop.server.studios.at(-1);
  const reads = await addedRow(ringside.page, `Gym;${gym?.key};${gym?.address}`, /Stopped/);
  expect(desktop.server.requests('/city-gym/v1/customers')).toBe(0);
  return reads;
});

desktopRow('rowsInUtf16', async ({ home, open, server, begin }) => {
  const ringside = await open();
  const file = join(home, 'studios.csv');
  const rows = `"Studio name"\t"Open Api Token"\t"Address"\r\n"Müller's ""best"""\t${canaryKey}\t${server.origin}\r\n`;
  await writeFile(file, Buffer.from(`\ufeff${rows}`, 'utf16le'));
  await answerDialogs(ringside, true, file);
  const { page } = ringside;
  begin();
  const { table } = await addStudios(page);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(table.getByRole('row').last()).toContainText('Müller\'s "best"');
  await expect(page.getByText('delete it now')).toBeVisible();
  await page.getByRole('button', { name: 'Connect all' }).click();
  const reads = page.getByText('1 of 1 connected');
  await reads.waitFor();
  return reads.innerText();
});

desktopRow('rowsUnreadable', ({ home, open, begin }) => chosen(join(home, 'gone.csv'), open, begin));

desktopRow('rowsTooLarge', async ({ home, open, begin }) => {
  const path = join(home, 'large.csv');
  await writeFile(path, Buffer.alloc(2 * 1024 * 1024 + 1, ';'));
  return chosen(path, open, begin);
});

/** Chooses a file of studios, and returns the problem beside it. */
async function chosen(path: string, open: Desktop['open'], begin: Desktop['begin']): Promise<string> {
  const ringside = await open();
  await answerDialogs(ringside, true, path);
  begin();
  await addStudios(ringside.page);
  await ringside.page.getByRole('button', { name: 'Choose a file…' }).click();
  const reads = ringside.page.getByRole('alert').locator('strong');
  await reads.waitFor();
  return reads.innerText();
}

desktopRow('oldSettings', async ({ home, secrets, server, open, begin }) => {
  await mkdir(join(home, 'Ringside'), { recursive: true });
  const old = { version: 1, address: server.origin, provisioned: true };
  await writeFile(join(home, 'Ringside', 'settings.json'), JSON.stringify(old));
  await secrets.store(server.origin, canaryKey);
  const { desk, page, balance } = await open();
  begin();
  await desk.find('1001');
  await balance.waitFor();
  // The first search supplied the ID of the studio; the key moves with the next request.
  await page.keyboard.press('F5');
  await expect.poll(() => secrets.lookup(keyAccount(server.origin))).toBe(canaryKey);
  expect(await secrets.lookup(server.origin)).toBeUndefined();
  return balance.innerText();
});

desktopRow('keychainAskedAgain', async ({ connected, open, secrets, begin }) => {
  await connected();
  const { desk, title, balance } = await open();
  await secrets.freeze();
  await desk.find('1001');
  await title.waitFor();
  // The first process still waits for the frozen service, which answers a new one.
  secrets.thaw();
  begin();
  await desk.find('1001');
  await balance.waitFor();
  return balance.innerText();
});
