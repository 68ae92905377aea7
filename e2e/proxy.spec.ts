import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type AuthenticatingProxy, startAuthenticatingProxy } from './authenticating-proxy';
import { axeFindings } from './axe';
import { Authority } from './faults/certificates';
import { saveConnection } from './faults/fixtures';
import { FaultServer } from './faults/server';
import { test as base, earlyExport } from './fixtures';
import { runToExit } from './launch';
import { canaryKey, munich } from './saved-studios';

const [name, password] = ['office\\agent', 'canary-5c7e-pass:wörd'];

const test = base.extend<{ asking: AuthenticatingProxy }>({
  asking: async ({ home: _ }, use) => {
    const asking = await startAuthenticatingProxy(`${name}:${password}`);
    await use(asking);
    await asking.close();
  },
});

/** Sends loopback traffic through the proxy as well. */
const by = ({ address }: AuthenticatingProxy) => [
  '--lang=en-GB',
  `--proxy-server=${address}`,
  '--proxy-bypass-list=<-loopback>',
];

const accountOf = ({ address }: AuthenticatingProxy) => `proxy ${address}`;

async function signIn(page: Page, typed: string): Promise<void> {
  const prompt = page.getByRole('region', { name: 'Sign in to the proxy' }).last();
  await prompt.getByRole('textbox', { name: 'Proxy user name' }).fill(name);
  await prompt.getByRole('textbox', { name: 'Proxy password' }).fill(typed);
  await page.keyboard.press('Enter');
}

test('connecting through a proxy that asks signs in, and connects without another press', async ({
  launch,
  secrets,
  api,
  asking,
}) => {
  const { page, desk } = await launch(by(asking), secrets.env);
  await desk.connect(api.origin, api.key);
  await expect(page.getByRole('region', { name: 'Sign in to the proxy' })).toContainText(asking.address);
  expect(await axeFindings(page)).toEqual([]);
  await signIn(page, password);
  await desk.box.waitFor();
  expect(JSON.parse((await secrets.lookup(accountOf(asking))) ?? '')).toEqual({ name, password });
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
});

test('a wrong password is reported and sent once; the right one continues the lookup', async ({
  launch,
  secrets,
  api,
  home,
  asking,
}) => {
  await saveConnection(home, secrets, api.origin);
  const { page, desk } = await launch(by(asking), secrets.env);
  await desk.find('1001');
  const prompt = page.getByRole('region', { name: 'Sign in to the proxy' });
  await expect(prompt).toContainText(`The proxy ${asking.address} requires a user name and a password.`);
  await signIn(page, 'not-it');
  await expect(prompt).toContainText('The proxy rejected the user name or the password.');
  expect(await axeFindings(page)).toEqual([]);
  expect(await secrets.lookup(accountOf(asking))).toBeUndefined();
  expect(asking.told('127.0.0.1').filter((told) => told === `${name}:not-it`)).toHaveLength(1);
  await signIn(page, password);
  await expect(prompt).toBeHidden();
  await expect(desk.money('Balance')).toContainText('89.70');
});

test('a password that the proxy no longer accepts is sent once, whatever the number of lookups', async ({
  launch,
  secrets,
  api,
  home,
  asking,
}) => {
  await saveConnection(home, secrets, api.origin);
  await secrets.store(accountOf(asking), JSON.stringify({ name, password: 'expired' }));
  const { page, desk } = await launch(by(asking), secrets.env);
  const prompt = page.getByRole('region', { name: 'Sign in to the proxy' });
  for (const id of ['1001', '1002']) {
    await desk.find(id);
    await expect(prompt).toBeVisible();
    await expect(desk.diagnostics).toContainText('The network proxy requires a user name and a password.');
    await prompt.getByRole('button', { name: 'Later' }).click();
    await page.keyboard.press('ControlOrMeta+Shift+X');
    await expect(page.getByText('Who is calling?')).toBeVisible();
  }
  expect(asking.told('127.0.0.1').filter((told) => told !== undefined)).toEqual([`${name}:expired`]);
});

test('saved credentials work after a restart, are in no file, and are removed with the key', async ({
  launch,
  secrets,
  api,
  home,
  asking,
}) => {
  await saveConnection(home, secrets, api.origin);
  await secrets.store(accountOf(asking), JSON.stringify({ name, password }));
  const { page, desk } = await launch(by(asking), secrets.env);
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Test connection' }).click();
  const said = page.getByRole('dialog').getByRole('status').filter({ hasText: 'proxy' });
  await expect(said).toHaveText(
    new RegExp(`^Through the proxy PROXY ${asking.address}: the API responded in \\d+ ms`),
  );
  const folder = join(home, 'Ringside');
  for (const file of [
    'settings.json',
    ...(await readdir(join(folder, 'logs'))).map((log) => join('logs', log)),
  ])
    expect(await readFile(join(folder, file), 'utf8')).not.toContain('canary-5c7e');
  await page.getByRole('button', { name: 'Remove studio' }).click();
  await page.getByRole('button', { name: 'Really remove the studio and its key?' }).click();
  await expect(page.getByRole('heading', { name: 'Connect to your studio', level: 1 })).toBeVisible();
  expect(await secrets.lookup(accountOf(asking))).toBeUndefined();
  await desk.connect(api.origin, api.key);
  await expect(page.getByRole('region', { name: 'Sign in to the proxy' })).toBeVisible();
});

test('"Test connection" reports that the proxy asks, and continues after the sign-in', async ({
  launch,
  secrets,
  api,
  home,
  asking,
}) => {
  await saveConnection(home, secrets, api.origin);
  const { page, desk } = await launch(by(asking), secrets.env);
  await desk.box.waitFor();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Test connection' }).click();
  const said = page.getByRole('dialog').getByRole('status').filter({ hasText: 'Through the proxy' });
  await expect(said).toHaveText(
    `Through the proxy PROXY ${asking.address}: The network proxy requires a user name and a password.`,
  );
  await signIn(page, password);
  await expect(said).toContainText('accepted the key.');
});

test('telemetry uses the same credentials and never asks', async ({ launch, secrets, home, asking }) => {
  const paths: unknown[] = [];
  const collector = createServer((message, response) => {
    paths.push(message.url);
    response.end('{}');
  });
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done));
  const { port } = collector.address() as AddressInfo;
  const policy = join(home, 'policy.json');
  await writeFile(policy, JSON.stringify({ telemetryEndpoint: `http://127.0.0.1:${port}` }));
  await secrets.store(accountOf(asking), JSON.stringify({ name, password }));
  const { desk } = await launch([...by(asking), '--demo', `--policy=${policy}`], secrets.env, [earlyExport]);
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await expect.poll(() => paths.includes('/v1/traces'), { timeout: 120_000 }).toBe(true);
  collector.closeAllConnections();
  collector.close();
});

test('no page can send a password to a proxy that has not asked', async ({
  launch,
  secrets,
  api,
  home,
  asking,
}) => {
  await saveConnection(home, secrets, api.origin);
  const other = await startAuthenticatingProxy('x:y');
  const { page, desk } = await launch(by(asking), secrets.env);
  await desk.find('1001');
  await expect(page.getByRole('region', { name: 'Sign in to the proxy' })).toBeVisible();
  const outcome = await page.evaluate((input) => window.ringside.connection.signInProxy(input), {
    proxy: other.address,
    name,
    password,
  });
  expect(outcome).toMatchObject({ ok: false, problem: { kind: 'invalidInput' } });
  expect(asking.told('127.0.0.1').filter((told) => told !== undefined)).toEqual([]);
  expect(other.told('127.0.0.1')).toEqual([]);
  await other.close();
});

test('a PAC file of the system leads to a proxy, which is signed in to for TLS', async ({
  launch,
  secrets,
  home,
}) => {
  test.skip(process.platform !== 'linux', 'Elsewhere the system keeps the address of the file.');
  const authority = await Authority.found(home);
  await authority.trustedIn(home);
  const server = await FaultServer.start(canaryKey, await authority.issue('DNS:studio.example'));
  const asking = await startAuthenticatingProxy(`${name}:${password}`, { 'studio.example': server.port });
  await saveConnection(home, secrets, 'https://studio.example');
  // Without desktop settings Chromium uses this variable as the system's proxy
  // (net/proxy_resolution/proxy_config_service_linux.cc).
  const pac = { auto_proxy: `http://${asking.address}/proxy.pac` };
  const { page, desk } = await launch(['--lang=en-GB'], { ...secrets.env, ...pac });
  await desk.find('1001');
  await expect(page.getByRole('region', { name: 'Sign in to the proxy' })).toContainText(asking.address);
  await signIn(page, password);
  await expect(desk.money('Balance')).toContainText('89.70');
  expect(asking.told('studio.example')).toContain(`${name}:${password}`);
  // The key went through the tunnel and not into the CONNECT request.
  expect(server.requests()).toBeGreaterThan(0);
  await server.close();
  await asking.close();
});

test('provisioning proves the credentials of a proxy, saves them, and connects through it', async ({
  home,
  display,
  secrets,
  api,
  asking,
}) => {
  const start = { home, display, env: { ...secrets.env } };
  const args = ['--provision', ...by(asking)];
  const rows = (typed: string) =>
    `proxy ${asking.address};${name};${typed}\n${munich.name};${canaryKey};${api.origin}\n`;
  const refused = await runToExit(args, start, rows('canary-5c7e-wrong'));
  expect(refused).toMatchObject({ code: 1, output: '' });
  expect(refused.errors).toContain(
    `Line 1: not saved: proxyLogin (${asking.address}) proxy ${asking.address}\n`,
  );
  expect(refused.errors).toContain('Line 2: not connected: proxyLogin');
  expect(await secrets.entries()).toEqual([]);

  const saved = await runToExit(args, start, rows(password));
  expect({ code: saved.code, output: saved.output }).toEqual({
    code: 0,
    output: `Line 1: saved proxy ${asking.address}\nLine 2: added ${api.origin} ${munich.name}\n`,
  });
  expect(JSON.parse((await secrets.lookup(accountOf(asking))) ?? '')).toEqual({ name, password });
  expect(refused.output + refused.errors + saved.output + saved.errors).not.toMatch(/canary|office/);
  expect(new Set(asking.told('127.0.0.1'))).toEqual(
    new Set([undefined, `${name}:canary-5c7e-wrong`, `${name}:${password}`]),
  );
  // Later credentials, for a desk whose studios are connected.
  asking.wants(name, 'later');
  const later = await runToExit(args, start, `proxy ${asking.address}\t${name}\tlater\n`);
  expect(later).toMatchObject({ code: 0, output: `Line 1: saved proxy ${asking.address}\n` });
  expect(JSON.parse((await secrets.lookup(accountOf(asking))) ?? '')).toEqual({ name, password: 'later' });
});
