import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { canaryKey, keyAccount } from '../saved-studios';
import { startBus } from '../secret-service';
import { desktopRow, sharedRow } from './desktop-row';
import type { SharedFaultContext } from './fixtures';

const root = resolve(__dirname, '../..');

desktopRow('noBus', async ({ connected, open, server, begin }) => {
  await connected();
  const { desk, title } = await open({ env: {} });
  begin();
  await desk.find('1001');
  await title.waitFor();
  expect(server.requests()).toBe(0);
  return title.innerText();
});

desktopRow('noService', async ({ connected, open, home, begin }) => {
  await connected();
  const bus = await startBus(home);
  const { desk, title } = await open({ env: { DBUS_SESSION_BUS_ADDRESS: bus.address } });
  begin();
  await desk.find('1001');
  await title.waitFor();
  const reads = await title.innerText();
  await bus.end();
  return reads;
});

desktopRow('keyringLocked', async ({ connected, open, secrets, server, begin }) => {
  await connected();
  await secrets.lock();
  const first = await open();
  const { page, desk, title } = first;
  begin();
  await desk.find('1001');
  await title.waitFor();
  const reads = await title.innerText();
  // A locked keychain is not a first start, and no reason to ask for a key.
  await expect(page.getByRole('heading', { name: 'Connect to your studio' })).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'API key' })).toBeHidden();
  await first.end();
  await secrets.restart();
  const second = await open();
  await second.desk.find('1001');
  await second.balance.waitFor();
  expect(await secrets.lookup(keyAccount(server.origin))).toBe(canaryKey);
  return reads;
});

desktopRow('keyringHangs', async ({ connected, open, secrets, server, begin }) => {
  await connected();
  await secrets.freeze();
  const { page, desk, title, balance } = await open();
  begin();
  await desk.find('1001');
  await desk.box.fill('bullock');
  await expect(desk.box).toHaveValue('bullock');
  await page.keyboard.press('Enter');
  await title.waitFor();
  const reads = await title.innerText();
  // Two lookups cause one read: while a read hangs, no second one starts. The start reads nothing, and sends nothing.
  expect(secrets.asked()).toBe(1);
  expect(server.requests()).toBe(0);
  secrets.thaw();
  await desk.find('1001');
  await balance.waitFor();
  return reads;
});

desktopRow('keyringRestarted', async ({ connected, open, secrets, begin }) => {
  await connected();
  const { page, desk, balance } = await open();
  await desk.find('1001');
  await balance.waitFor();
  await secrets.restart();
  await page.keyboard.press('Control+Shift+X');
  await expect(balance).toBeHidden();
  begin();
  await desk.find('1001');
  await balance.waitFor();
  return balance.innerText();
});

desktopRow('keytarMissing', async ({ connected, open, begin }) => {
  await connected();
  // This copy has no node_modules folder beside it.
  const folder = await mkdtemp(join(tmpdir(), 'ringside-copy-'));
  await mkdir(join(folder, 'out'));
  await cp(join(root, 'out'), join(folder, 'out'), { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  const { desk, title, end } = await open({ folder });
  begin();
  await desk.find('1001');
  await title.waitFor();
  const reads = await title.innerText();
  await end();
  await rm(folder, { recursive: true });
  return reads;
});

desktopRow('keyGone', async ({ connected, open, secrets, server, begin }) => {
  await connected();
  const { page, desk, title, balance } = await open();
  await desk.find('1001');
  await balance.waitFor();
  await secrets.clear(keyAccount(server.origin));
  begin();
  // A key that was just read is reused for a moment (`SecretStore`).
  await expect(async () => {
    await page.keyboard.press('F5');
    await expect(title).toBeVisible({ timeout: 200 });
  }).toPass();
  const reads = await title.innerText();
  const prompt = page.getByRole('region', { name: 'A new key is needed' });
  await expect(prompt).toContainText(server.origin);
  await prompt.getByRole('textbox', { name: 'API key' }).fill(canaryKey);
  await page.keyboard.press('Enter');
  await expect(title).toBeHidden();
  await expect(desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
  return reads;
});

for (const [id, key] of [
  ['keyEmpty', '  '],
  ['keyNul', 'a\0b'],
  ['keyNotLatin1', 'ключ'],
  ['keyTooLong', 'x'.repeat(2_561)],
] as const)
  sharedRow(id, (ringside) => refused(ringside, (field) => field.fill(key)));

sharedRow('keyLineBreak', (ringside) =>
  refused(ringside, async (field) => {
    await ringside.app.evaluate(({ clipboard }) => clipboard.writeText('one\r\ntwo'));
    await field.press('ControlOrMeta+V');
  }),
);

/** Enters a key on the connect screen and returns the error beside it; nothing is sent. */
async function refused(
  { page, server }: SharedFaultContext,
  enter: (field: Locator) => Promise<void>,
): Promise<string> {
  await page.keyboard.press('Control+,');
  await enter(page.getByRole('textbox', { name: 'API key' }));
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const reads = await page.locator('p[role=alert]').innerText();
  expect(server.requests()).toBe(0);
  await page.keyboard.press('Escape');
  return reads;
}
