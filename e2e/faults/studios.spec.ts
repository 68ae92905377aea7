import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { runToExit } from '../launch';
import { canaryKey, keyAccount, saveStudios } from '../saved-studios';
import { desktopRow } from './desktop-row';
import { paths } from './fault-context';
import { withStudios } from './with-studios';

const results = (page: Page) => page.getByRole('complementary');

/** Waits for a line of the results and returns it. */
async function line(page: Page, text: string | RegExp): Promise<string> {
  const found = results(page).getByText(text);
  await found.waitFor();
  return found.innerText();
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
