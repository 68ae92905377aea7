import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { waitForExit } from '../launch';
import { canaryKey, keyAccount } from '../saved-studios';
import { desktopRow, sharedRow } from './desktop-row';
import { paths } from './fault-context';

const root = resolve(__dirname, '../..');

for (const [id, text] of [
  ['settingsTruncated', '{"version":1,"address":"https://stu'],
  ['settingsNotJson', '\0\0\0\0'],
  ['settingsNewer', '{"version":3,"studios":[]}'],
] as const)
  desktopRow(id, async ({ home, open, server, begin }) => {
    const folder = join(home, 'Ringside');
    await mkdir(folder);
    await writeFile(join(folder, 'settings.json'), text);
    begin();
    const { page, desk } = await open();
    await expect(page.getByRole('heading', { name: 'Connect to your studio' })).toBeVisible();
    const reads = await page.locator('main strong').first().innerText();
    await desk.connect(server.origin, canaryKey);
    await expect(desk.box).toBeVisible();
    const kept = (await readdir(folder)).filter((name) => name.startsWith('settings.json.kept-'));
    expect(kept.length).toBe(1);
    expect(await readFile(join(folder, kept[0] ?? ''), 'utf8')).toBe(text);
    return reads;
  });

const spoilers = {
  settingsReadOnly: (folder: string) => chmod(folder, 0o555),
  // The kernel's full device in place of the file that is written next.
  diskFull: (folder: string, pid: number) => symlink('/dev/full', join(folder, `settings.json.${pid}.new`)),
};

for (const [id, spoil] of Object.entries(spoilers) as [
  keyof typeof spoilers,
  (folder: string, pid: number) => Promise<void>,
][])
  desktopRow(id, async ({ home, open, server, secrets, begin }) => {
    const folder = join(home, 'Ringside');
    const { app, page, desk } = await open();
    await expect(page.getByRole('heading', { name: 'Connect to your studio' })).toBeVisible();
    await spoil(folder, await app.evaluate(() => process.pid));
    begin();
    await desk.connect(server.origin, canaryKey);
    const complaint = page.getByRole('alert').locator('strong');
    await complaint.waitFor();
    const reads = await complaint.innerText();
    // A key that no settings refer to must not stay in the keychain.
    expect(await secrets.lookup(keyAccount(server.origin))).toBeUndefined();
    await chmod(folder, 0o755);
    return reads;
  });

desktopRow('pageKilled', async ({ connected, open, begin }) => {
  await connected();
  const { app, desk, balance } = await open();
  await desk.find('1001');
  await balance.waitFor();
  begin();
  // Read through main, because Playwright treats a crashed page as lost.
  const reads = await app.evaluate(({ webContents }) => {
    const [page] = webContents.getAllWebContents();
    const loaded = new Promise<void>((done) => {
      page?.once('did-finish-load', () => done());
    });
    process.kill(page?.getOSProcessId() ?? 0, 'SIGKILL');
    const shown = loaded.then(() =>
      page?.executeJavaScript(`new Promise((done) => {
        const look = () => {
          const words = document.querySelector('[role=status]')?.innerText;
          const money = document.querySelector('main')?.innerText.includes('89.70');
          if (words && money) done(words);
          else requestAnimationFrame(look);
        };
        look();
      })`),
    );
    // A promise that only the debugger holds may be collected before it resolves.
    return Object.assign(globalThis, { shown }).shown;
  });
  return String(reads);
});

desktopRow('secondInstance', async ({ home, display, secrets, begin }) => {
  const env = { ...process.env, ...secrets.env, HOME: home, XDG_CONFIG_HOME: home, DISPLAY: display };
  const sandbox = process.env.RINGSIDE_NO_SANDBOX ? ['--no-sandbox'] : [];
  begin();
  const both = [1, 2].map(() => {
    const child = spawn(process.env.RINGSIDE_ELECTRON ?? '', [root, ...sandbox, '--demo'], {
      env,
      stdio: 'pipe',
      detached: true,
    });
    child.stdout.resume();
    child.stderr.resume();
    return { child, closed: once(child, 'close') };
  });
  const [code] = await Promise.race(both.map(({ closed }) => closed));
  const left = both.filter(({ child }) => child.exitCode === null && child.signalCode === null);
  expect([code, left.length]).toEqual([0, 1]);
  for (const { child } of left) child.kill('SIGTERM');
  await Promise.all(both.map(({ child, closed }) => waitForExit(child, closed)));
  return 'one window';
});

desktopRow('quitInLookup', async ({ connected, open, server, begin }) => {
  await connected();
  const first = await open();
  server.on(paths.balances, () => undefined);
  await first.desk.find('1001');
  await server.arrived(paths.balances);
  begin();
  const ended = once(first.app.process(), 'exit');
  await first.end();
  expect(await ended).toEqual([0, null]);
  server.clear();
  const second = await open();
  await second.desk.find('1001');
  await second.balance.waitFor();
  return second.balance.innerText();
});

sharedRow('networkLost', async ({ page, desk, balance, server }) => {
  await desk.find('1001');
  await balance.waitFor();
  await page.context().setOffline(true);
  const notice = page.getByRole('region', { name: 'Network' });
  await notice.waitFor();
  const reads = await notice.locator('strong').innerText();
  await expect(notice).toContainText(/The data shown is from \d\d:\d\d:\d\d/);
  await expect(desk.account).toHaveAttribute('data-stale');
  // The other calls end first and say that the network is back, so nothing repeats the balance when it fails.
  let isDown = true;
  let othersEnded: () => void = () => undefined;
  const others = new Promise<void>((done) => {
    othersEnded = done;
  });
  server.on(paths.balances, async ({ socket, pass }) => {
    if (!isDown) return pass();
    await others;
    socket.resetAndDestroy();
  });
  await page.keyboard.press('F5');
  await expect(notice).toBeHidden();
  othersEnded();
  await expect(desk.diagnostics).toBeVisible();
  isDown = false;
  // Failed requests are repeated as soon as the network is back.
  await page.context().setOffline(false);
  await expect(desk.diagnostics).toBeHidden();
  await expect(notice).toBeHidden();
  return reads;
});
