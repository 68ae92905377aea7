import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { saveConnection } from '../faults/fixtures';
import { FaultServer } from '../faults/server';
import { goneFromHeap, mainHeapSnapshot } from '../heap-snapshot';
import { canaryKey, keyAccount } from '../saved-studios';
import { attack } from './fixtures';
import { processesOf, read } from './packaged';

attack('keyInPage', async ({ range: { api }, keychain, open }) => {
  const secrets = await keychain();
  const { page, desk } = await open({ env: secrets.env });
  await desk.connect(api.origin, canaryKey);
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  if ((await secrets.lookup(keyAccount(api.origin))) !== canaryKey) return 'the key was not saved';
  await goneFromHeap(page, canaryKey);
  return (await page.content()).includes(canaryKey) ? 'in the page' : 'in neither memory nor page';
});

attack('keyInMain', async ({ home, openDevelopment, keychain, range: { api } }) => {
  const secrets = await keychain();
  await saveConnection(home, secrets, api.origin);
  const { app, desk } = await openDevelopment([], secrets.env);
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  let seen = '';
  // The key is kept for half a second for the next request of the same lookup.
  const look = async () => {
    const heap = await mainHeapSnapshot(app, home);
    if (!heap.includes(api.origin)) return 'nothing was seen';
    seen = heap.includes(canaryKey) ? 'in memory' : 'not in memory';
    return seen;
  };
  await expect.poll(look).toBe('not in memory');
  return seen;
});

attack('keyInProcesses', async ({ range: { pid } }) => {
  const pids = processesOf(pid);
  const places = pids.flatMap((each) => ['cmdline', 'environ'].map((name) => `/proc/${each}/${name}`));
  const found = places.filter((place) => read(place).includes(canaryKey));
  return `${pids.length > 3 ? 'looked at all' : 'looked at few'}, ${found.length === 0 ? 'nowhere' : found.join(', ')}`;
});

attack('keyOverBorder', async ({ range: { page } }) => {
  const answers = await page.evaluate(async () => {
    const { ringside } = window;
    const started = await window.ringside.app.start();
    const studio = started.ok ? (started.value.connection.studios[0]?.ref ?? '') : '';
    return JSON.stringify([
      started,
      await ringside.connection.resume(),
      await ringside.call.recent(),
      await ringside.about.show(),
      await ringside.desk.recents(),
      await ringside.settings.change({}),
      await ringside.customer.get({ id: '1001', studio }),
    ]);
  });
  if (!answers.includes('Bullock')) return 'nothing was answered';
  return answers.includes(canaryKey) ? 'it crosses' : 'it does not cross';
});

attack('echoedKey', async ({ home, keychain, open }) => {
  const secrets = await keychain();
  const server = await FaultServer.start(canaryKey);
  await saveConnection(home, secrets, server.origin);
  server.on('/v1/customers/1001/account/balances', ({ response }) => {
    const echo = {
      errorMessage: `Key ${canaryKey} refused`,
      errorCode: canaryKey,
      traceId: canaryKey,
      args: [canaryKey],
    };
    response
      .writeHead(500, { 'Content-Type': 'application/json', 'X-Echo': canaryKey })
      .end(JSON.stringify(echo));
  });
  const { page, desk, end, said } = await open({ env: secrets.env });
  await desk.find('1001');
  await desk.diagnostics.waitFor();
  const screen = await page.content();
  await page.keyboard.press('Control+Shift+C');
  await page.getByRole('status').filter({ hasText: 'copied' }).waitFor();
  await desk.box.fill('');
  await desk.box.press('Control+V');
  const report = await desk.box.inputValue();
  await end();
  await server.close();
  const log = await readFile(join(home, 'Ringside', 'logs', 'ringside.log'), 'utf8');
  if (!report.includes('500') || !log.includes('serverError')) return 'no report or no log';
  const places = { screen, report, log, output: said() };
  const found = Object.entries(places).filter(([, text]) => text.includes(canaryKey));
  return found.length === 0
    ? 'on no screen, in no report, in no log'
    : found.map(([name]) => name).join(', ');
});

attack('crashDump', async ({ home, keychain, open, range: { api } }) => {
  const secrets = await keychain();
  await saveConnection(home, secrets, api.origin);
  const { page, desk, pid, end } = await open({ env: secrets.env });
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  const before = new Set(await dumps(home));
  const session = await page.context().newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await expect.poll(async () => read(join(home, 'Ringside', 'logs', 'ringside.log'))).toContain('page-gone');
  process.kill(pid, 'SIGABRT');
  await end();
  const written = (await dumps(home)).filter((name) => !before.has(name));
  return written.length === 0 ? 'no dump of either process' : written.join(', ');
});

/** Memory dumps in the home folder and in the system's folders for them. */
async function dumps(home: string): Promise<string[]> {
  const here = await readdir(home, { recursive: true });
  const around = await readdir(process.cwd());
  return [...here, ...around].filter((name) => /\.(dmp|mdmp|core)$|(^|\/)core(\.\d+)?$/.test(name));
}
