import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { FaultServer } from '../faults/server';
import { goneFromHeap, mainHeapSnapshot } from '../heap-snapshot';
import { runToExit } from '../launch';
import { canaryKey, keyAccount, saveStudios } from '../saved-studios';
import { attack } from './fixtures';
import { read } from './packaged';

/** Key of a row that must be nowhere afterwards. */
const rowKey = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';

attack('keysStayApart', async ({ home, keychain, open }) => {
  const secrets = await keychain();
  const chain = await FaultServer.start(canaryKey);
  const other = await FaultServer.start('another-canary-key');
  const seen: string[] = [];
  for (const [server, place] of [
    [chain, 'chain'],
    [other, 'other'],
  ] as const)
    server.onEvery(({ headers, url }) => seen.push(`${headers['x-api-key']} ${place} ${url}`));
  const studios = [...chain.studios, ...other.studios.slice(0, 1)];
  const wanted = studios.filter(({ name }) => /Munich|City/.test(name));
  await saveStudios(home, secrets, wanted);
  const { page, desk } = await open({ env: secrets.env });
  await desk.find('edgar bullock');
  // This heading appears when all studios have answered.
  await expect(page.getByRole('heading', { name: 'for “edgar bullock”' })).toBeVisible();
  for (const option of await page.getByRole('option').all()) {
    await option.click();
    await expect(option).toHaveAttribute('aria-current', 'true');
    await expect(desk.money('Balance')).toContainText(/\d/);
  }
  await chain.close();
  await other.close();
  const placeOf = (key: string) => {
    const studio = wanted.find((each) => each.key === key);
    const server = studio?.address.startsWith(chain.origin) ? 'chain' : 'other';
    return `${server} ${new URL(studio?.address ?? '').pathname.replace(/\/$/, '')}/v1/`;
  };
  const strays = seen.filter((request) => {
    const [key = '', ...rest] = request.split(' ');
    return !rest.join(' ').startsWith(placeOf(key));
  });
  const keys = new Set(seen.map((request) => request.split(' ')[0]));
  return strays.length === 0 ? `${keys.size} keys seen, each at its own studio alone` : strays.join('; ');
});

attack('craftedStudio', async ({ ownRange }) => {
  const { page, api } = await ownRange();
  const evil = await FaultServer.start('another-key');
  const before = api.requests();
  const kinds = await page.evaluate(async (address) => {
    const { account, customer } = window.ringside;
    const studio = `${address}#1210093500`;
    const outcomes = await Promise.all([
      account.balances({ studio, id: '1001' }),
      customer.get({ studio: 'x', id: '1001', via: studio }),
      customer.home({ studio, id: '1001' }),
    ]);
    return outcomes.map((outcome) => (outcome.ok ? 'answered' : outcome.problem.kind)).join(', ');
  }, evil.origin);
  const requests = evil.requests() + api.requests() - before;
  await evil.close();
  return `${kinds}; ${requests} requests`;
});

attack('moneyElsewhere', async ({ home, keychain, open }) => {
  const secrets = await keychain();
  const server = await FaultServer.start(canaryKey);
  await saveStudios(home, secrets, server.studios.slice(0, 1));
  const { page } = await open({ env: secrets.env });
  const kind = await page.evaluate(async (address) => {
    const outcome = await window.ringside.account.balances({ studio: `${address}#1210093540`, id: '9705' });
    return outcome.ok ? 'answered' : outcome.problem.kind;
  }, server.origin);
  const requests = server.requests('/v1/customers/9705/account/balances');
  await server.close();
  return `${kind}, ${requests} requests for the account`;
});

attack('rowsUnconsented', async ({ ownRange }) => {
  const { page, desk } = await ownRange();
  const evil = await FaultServer.start('another-key');
  await page.evaluate(async (address) => {
    await window.ringside.import.read({ text: `Bullock;1001-0000-0000-0000;${address}` });
    void window.ringside.import.connect({ names: {} });
  }, evil.origin);
  // Main's dialog waits for an answer; meanwhile the desk works.
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  const studios = await page.evaluate(async () => {
    const start = await window.ringside.app.start();
    return start.ok ? start.value.connection.studios.length : 0;
  });
  const requests = evil.requests();
  await evil.close();
  return `${studios === 1 ? 'the studios stay' : `${studios} studios`}, ${requests} requests`;
});

attack('rowsReadBack', async ({ home, keychain, open }) => {
  const secrets = await keychain();
  const server = await FaultServer.start(canaryKey);
  await saveStudios(home, secrets, server.studios);
  const { page, desk } = await open({ env: secrets.env });
  await desk.find('1001');
  const answers = await page.evaluate(async (key) => {
    const { ringside } = window;
    const started = await ringside.app.start();
    const studio = started.ok ? (started.value.connection.studios[0]?.ref ?? '') : '';
    return [
      started,
      await ringside.connection.resume(),
      await ringside.connection.test({ studio }),
      await ringside.connection.rename({ studio, name: 'Munich' }),
      await ringside.import.read({ text: `Row;${key};${studio.split('#')[0]}` }),
      await ringside.import.connect({ names: {} }),
      await ringside.import.clear(),
      await ringside.call.recent(),
      await ringside.customer.get({ studio, id: '1001' }),
    ].map((answer) => JSON.stringify(answer));
  }, rowKey);
  const { studios } = server;
  const kept = await Promise.all(studios.map(({ address, id }) => secrets.lookup(`${address}#${id}`)));
  await server.close();
  const leaks = answers.filter((answer) => [canaryKey, rowKey].some((key) => answer?.includes(key)));
  return `${kept.filter(Boolean).length} keys in the keychain, ${leaks.length === 0 ? 'none' : leaks.join()} in ${answers.length} answers`;
});

attack('rowsOfFile', async ({ home, keychain, openDevelopment }) => {
  const secrets = await keychain();
  const server = await FaultServer.start(rowKey);
  const file = join(home, 'studios.csv');
  await writeFile(file, `Studio;Key;Address\nMunich;${rowKey};${server.origin}\n`);
  const { app, page, end } = await openDevelopment([], secrets.env);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await page.getByRole('button', { name: 'Add studios' }).click();
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByRole('button', { name: 'Connect all' }).click();
  await page.getByText('1 of 1 connected').waitFor();
  await goneFromHeap(page, rowKey);
  const inPage = (await page.content()).includes(rowKey);
  // The dialog with the row stays open. The key is kept for half a second after its last use.
  const inMain = async () => (await mainHeapSnapshot(app, home)).includes(rowKey);
  await expect.poll(inMain).toBe(false);
  await end();
  await server.close();
  const files = await readdir(home, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const entry of files.filter((each) => each.isFile()))
    if ((await readFile(join(entry.parentPath, entry.name))).includes(rowKey)) holding.push(entry.name);
  const others = holding.filter((name) => name !== 'studios.csv');
  const log = read(join(home, 'Ringside', 'logs', 'ringside.log'));
  if (!log.includes('"event":"call"')) return 'nothing was logged';
  return `connected; ${others.length === 0 ? 'in no file but its own, no log' : others.join()}, ${inPage ? 'in the page' : 'neither in the page nor in main'}`;
});

attack('pastedRows', async ({ keychain, open }) => {
  const secrets = await keychain();
  const server = await FaultServer.start(rowKey);
  const { page } = await open({ env: secrets.env });
  await page.getByRole('button', { name: 'Add studios' }).click();
  await page.getByRole('textbox', { name: 'Rows to add' }).fill(`Munich;${rowKey};${server.origin}`);
  await page.getByRole('button', { name: 'Connect all' }).click();
  await page.getByText('1 of 1 connected').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Find a customer' }).fill('x');
  const kept = await secrets.lookup(keyAccount(server.origin));
  await goneFromHeap(page, rowKey);
  const inPage = (await page.content()).includes(rowKey);
  await server.close();
  return `${kept === rowKey ? 'connected' : 'not connected'}; ${inPage ? 'in the page' : 'not in the page'}`;
});

attack('movedAccount', async ({ home, keychain, open, range: { api } }) => {
  const secrets = await keychain();
  const evil = await FaultServer.start('another-key');
  const account = keyAccount(api.origin);
  await secrets.store(account, canaryKey);
  await mkdir(join(home, 'Ringside'), { recursive: true });
  const studio = { address: evil.origin, id: '1', name: 'Munich', formerAccount: account };
  const settings = { version: 2, addresses: [api.origin, evil.origin], studios: [studio] };
  await writeFile(join(home, 'Ringside', 'settings.json'), JSON.stringify(settings));
  const { page, desk } = await open({ env: secrets.env });
  await desk.find('1001');
  await page.getByText('The saved key is no longer in the keychain.').first().waitFor();
  const requests = evil.requests();
  const kept = (await secrets.lookup(account)) === canaryKey;
  await evil.close();
  return `asks for a key, ${kept ? 'the key stays' : 'the key is gone'}, ${requests} requests to the other address`;
});

attack('studioInLink', async ({ home, keychain, display, openDevelopment }) => {
  const secrets = await keychain();
  const server = await FaultServer.start(canaryKey);
  const evil = await FaultServer.start('another-key');
  await saveStudios(
    home,
    secrets,
    server.studios.filter(({ name }) => /Munich|City/.test(name)),
  );
  const { page, desk } = await openDevelopment([], secrets.env);
  const link = `ringside://customer/1001?studio=${encodeURIComponent(`${evil.origin}#1210093500`)}`;
  await runToExit(['--', link], { home, display, env: secrets.env });
  await page.getByText('No single studio matches').waitFor();
  await expect(desk.money('Balance')).toContainText('89.70');
  const requests = evil.requests();
  await server.close();
  await evil.close();
  return `reported as unknown, ${requests} requests to the other address`;
});

attack('provisionedKeys', async ({ home, keychain, display }) => {
  const secrets = await keychain();
  const server = await FaultServer.start(canaryKey);
  const start = { home, display, env: { ...secrets.env } };
  const rows = server.studios
    .filter(({ name }) => /Munich|City/.test(name))
    .map(({ name, key, address }) => `${name};${key};${address}`);
  const provisioned = await runToExit(['--provision'], start, rows.join('\n'));
  const listed = await runToExit(['--studios'], start);
  const forgotten = await runToExit(['--forget-studio', '1210093500'], start);
  const left = await runToExit(['--studios'], start);
  await server.close();
  const count = (text: string) => text.split('\n').filter(Boolean).length;
  const all = [provisioned, listed, forgotten, left].map(({ output, errors }) => output + errors).join('\n');
  if ([provisioned, listed, forgotten, left].some(({ code }) => code !== 0)) return `failed: ${all}`;
  return `${count(provisioned.output)} rows, ${count(listed.output)} studios, ${count(listed.output) - count(left.output)} forgotten, ${all.includes(canaryKey) ? 'a key' : 'no key'} printed`;
});
