import { readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { CheckLine, CheckReport } from '../preload/contract/check';
import { startAuthenticatingProxy } from './authenticating-proxy';
import { axeFindings } from './axe';
import { closerOf } from './close-server';
import { test as base } from './fixtures';
import { runToExit } from './launch';
import { canaryKey, keyAccount, saveSettings, saveStudios } from './saved-studios';
import { type LinuxSecretService, startSecretService } from './secret-service';

interface Checking {
  /** Runs `ringside --check --json` with further switches. */
  check: (
    args?: string[],
    env?: Record<string, string>,
  ) => Promise<{ code: number | null; report: CheckReport; lines: (check: string) => Partial<CheckLine>[] }>;
  /** A keyring of this test alone. */
  keyring: LinuxSecretService;
}

const test = base.extend<Checking>({
  check: async ({ home, display, secrets }, use) => {
    await use(async (args = [], env = secrets.env) => {
      const start = { home, display, env: { ...env } };
      const { code, output, errors } = await runToExit(['--check', '--json', ...args], start);
      expect(output + errors).not.toContain('canary');
      const report = JSON.parse(output) as CheckReport;
      const lines = (check: string) => report.lines.filter((line) => line.check === check);
      return { code, report, lines };
    });
  },
  keyring: async ({ home: _ }, use) => {
    const keyring = await startSecretService();
    await use(keyring);
    await keyring.end();
  },
});

/** An API on loopback that accepts one key, and whose clock is ahead by this many seconds. */
async function startApi(key: string, aheadSeconds = 0) {
  const server = createServer((request, response) => {
    response.setHeader('Date', new Date(Date.now() + aheadSeconds * 1000).toUTCString());
    response.writeHead(request.headers['x-api-key'] === key ? 200 : 401).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: closerOf(server) };
}

test('a desktop in order has a line for each check, and exit code 0', async ({
  home,
  display,
  secrets,
  api,
}) => {
  await saveStudios(home, secrets, api.studios.slice(0, 1));
  const before = await secrets.entries();
  const { code, output, errors } = await runToExit(['--check'], { home, display, env: { ...secrets.env } });
  const folder = join(home, 'Ringside');
  expect(output.split('\n')).toEqual([
    expect.stringMatching(/^ok {7}Keychain: An entry was written, read and deleted in \d+ ms\.$/),
    'ok       Policy: No policy is set.',
    `ok       Proxy (${api.origin}): The system chooses a direct connection.`,
    expect.stringMatching(
      new RegExp(
        `^ok {7}Studio \\(Fit Example Munich, ${keyAccount(api.origin)}\\): The API answered in \\d+ ms and accepted the key\\.$`,
      ),
    ),
    `ok       Clock (${api.origin}): It differs from the API's by 0 seconds.`,
    expect.stringMatching(/^ok {7}Updates: This installation does not update itself/),
    expect.stringMatching(new RegExp(`^(ok {5}|warning) {2}Disk: .*${folder}`)),
    expect.stringMatching(new RegExp(`^ok {7}Log: ${join(folder, 'logs')} can be written`)),
    '',
  ]);
  expect([0, 1]).toContain(code);
  expect(code).toBe(output.includes('warning') ? 1 : 0);
  expect(output + errors).not.toContain(canaryKey);
  expect(await secrets.entries()).toEqual(before);
  const files = [...(await readdir(folder)), ...(await readdir(join(folder, 'logs')))];
  expect(files.filter((file) => file.startsWith('check-'))).toEqual([]);
});

test('without a studio, it is a warning and nothing is compared', async ({ check }) => {
  const { code, lines } = await check();
  expect(code).toBe(1);
  expect(lines('studio')).toEqual([expect.objectContaining({ status: 'warning', finding: 'studioNone' })]);
  expect([...lines('proxy'), ...lines('clock')]).toEqual([]);
});

test('a refused key, an unreachable studio, a missing key and a wrong clock are lines of their own', async ({
  home,
  secrets,
  check,
}) => {
  const [right, wrong, slow, gone] = await Promise.all([
    startApi(canaryKey),
    startApi('another', 720),
    startApi(canaryKey, -110),
    startApi(canaryKey),
  ]);
  await gone.close();
  const studio = (address: string, id: string, name: string) => ({ address, id, name });
  await saveSettings(home, {
    version: 2,
    addresses: [],
    studios: [
      studio(right.origin, '1', 'Right'),
      studio(right.origin, '2', 'No key'),
      studio(wrong.origin, '3', 'Old key'),
      studio(slow.origin, '4', 'Slow clock'),
      studio(gone.origin, '5', 'Gone\nok  forged'),
    ],
  });
  for (const [address, id] of [
    [right.origin, 1],
    [wrong.origin, 3],
    [slow.origin, 4],
    [gone.origin, 5],
  ])
    await secrets.store(`${address}#${id}`, canaryKey);
  const { code, report, lines } = await check();
  expect({ code, status: report.status }).toEqual({ code: 2, status: 'failed' });
  const found = (line: Partial<CheckLine>) => [line.status, line.finding];
  expect(lines('studio').map(found)).toEqual([
    ['ok', 'studioAnswers'],
    ['failed', 'studioKeyMissing'],
    ['failed', 'studioKeyRefused'],
    ['ok', 'studioAnswers'],
    ['failed', 'studioUnreachable'],
  ]);
  expect(lines('studio')[4]?.text).toContain('unreachable (net::ERR_CONNECTION_REFUSED)');
  expect(lines('clock').map(found)).toEqual([
    ['ok', 'clockRight'],
    ['failed', 'clockWrong'],
    ['warning', 'clockOff'],
    ['warning', 'clockUnknown'],
  ]);
  // The API is ahead, so this clock is behind.
  expect(lines('clock')[1]?.text).toMatch(/^It is 1[12] minutes behind the API's\./);
  expect(lines('clock')[2]?.text).toMatch(/^It is \d+ seconds ahead of the API's\.$/);
  for (const api of [right, wrong, slow]) await api.close();
});

test('a locked keychain is named, and the other checks are made', async ({ home, keyring, api, check }) => {
  await saveStudios(home, keyring, api.studios.slice(0, 1));
  await keyring.lock();
  const { code, lines } = await check([], keyring.env);
  expect(code).toBe(2);
  expect(lines('keychain')).toEqual([
    expect.objectContaining({ status: 'failed', finding: 'keychainLocked' }),
  ]);
  expect(lines('studio')[0]).toMatchObject({
    finding: 'studioKeyUnreadable',
    facts: { problem: 'keychainLocked' },
  });
  expect(lines('clock')[0]?.status).toBe('ok');
});

test('a keychain that hangs delays no other check, and the command ends', async ({
  home,
  keyring,
  api,
  check,
}) => {
  await saveStudios(home, keyring, api.studios.slice(0, 1));
  await keyring.freeze();
  const { code, lines } = await check([], keyring.env);
  expect(code).toBe(2);
  expect(lines('keychain')[0]?.finding).toMatch(/^keychain(Silent|Absent)$/);
  expect(lines('studio')[0]?.finding).toBe('studioKeyUnreadable');
  expect(lines('clock')[0]?.status).toBe('ok');
});

test('without a Secret Service, the keychain cannot be used', async ({ check }) => {
  const { code, lines } = await check([], {});
  expect(code).toBe(2);
  expect(lines('keychain')[0]).toMatchObject({ finding: 'keychainAbsent' });
});

test('a refused value of the policy and one without effect are named without their values', async ({
  home,
  check,
}) => {
  const policy = join(home, 'policy.json');
  await writeFile(policy, JSON.stringify({ idleMinutes: 'canary', phoneIndexAlso: ['PROSPECT'] }));
  const { code, lines } = await check([`--policy=${policy}`]);
  expect(code).toBe(2);
  expect(lines('policy')).toEqual([
    expect.objectContaining({ status: 'failed', subject: 'idleMinutes', facts: { where: policy } }),
    expect.objectContaining({ status: 'warning', subject: 'phoneIndexAlso' }),
  ]);
});

test('a proxy that asks is named, with what became of the saved credentials', async ({
  home,
  secrets,
  api,
  check,
}) => {
  const proxy = await startAuthenticatingProxy('office:canary-password');
  await saveStudios(home, secrets, api.studios.slice(0, 1));
  const args = [`--proxy-server=${proxy.address}`, '--proxy-bypass-list=<-loopback>'];
  const findings = async () => {
    const { lines } = await check(args);
    return [...lines('proxy'), ...lines('studio')].map(({ finding }) => finding);
  };
  expect(await findings()).toEqual(['proxyAsks', 'studioBehindProxy']);
  const account = `proxy ${proxy.address}`;
  await secrets.store(account, JSON.stringify({ name: 'office', password: 'canary-old' }));
  expect(await findings()).toEqual(['proxyRefuses', 'studioBehindProxy']);
  // Once, so that the account is not locked.
  expect(proxy.told('127.0.0.1').filter((told) => told?.includes('old'))).toHaveLength(1);
  await secrets.store(account, JSON.stringify({ name: 'office', password: 'canary-password' }));
  expect(await findings()).toEqual(['proxyAnswers', 'studioAnswers']);
  await proxy.close();
});

test('the settings check the desktop, say the result and copy it', async ({
  warmConnected: { page, desk, api },
}) => {
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Check this desktop' }).focus();
  await page.keyboard.press('Enter');
  const result = settings.getByRole('list', { name: 'Result of the check' });
  await expect(result.getByRole('listitem')).toHaveCount(8);
  await expect(settings.getByRole('button', { name: 'Check this desktop' })).toBeFocused();
  await expect(settings.getByRole('status').filter({ hasText: '8 lines' })).toBeVisible();
  await expect(result).toContainText('Fit Example Munich');
  await expect(result).toContainText('accepted the key');
  await expect(result).not.toContainText(canaryKey);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page)).toEqual([]);
  }
  await settings.getByRole('button', { name: 'Copy result' }).click();
  await expect(settings.getByText('Copied', { exact: true })).toBeVisible();
  const copied = await desk.clipboard();
  expect(copied.split('\n')).toHaveLength(8);
  expect(copied).toMatch(/^ok {7}Keychain: An entry was written/);
  expect(copied).toContain(`ok       Clock (${api.origin}): It differs`);
  // The texts are in the language of the check, so another language drops them.
  await settings.getByLabel('Language').selectOption({ label: 'Deutsch' });
  const german = page.getByRole('dialog', { name: 'Einstellungen' });
  await expect(german.getByRole('list', { name: 'Ergebnis der Prüfung' })).toBeHidden();
  await german.getByRole('button', { name: 'Diesen Platz prüfen' }).click();
  await expect(german.getByRole('list', { name: 'Ergebnis der Prüfung' })).toContainText(
    'Schlüssel angenommen',
  );
});

test('a page that asks for many checks at a time gets the result of one', async ({
  warmConnected: { page, api },
}) => {
  const before = api.requests();
  const results = await page.evaluate(() =>
    Promise.all(Array.from({ length: 4 }, () => window.ringside.about.check())),
  );
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  // The clock takes one request, and the key two.
  expect(api.requests() - before).toBe(3);
});
