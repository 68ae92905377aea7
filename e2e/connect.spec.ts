import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { goneFromHeap } from './heap-snapshot';
import { canaryKey, keyAccount } from './saved-studios';

/** All files below a folder, as bytes. */
async function filesBelow(folder: string): Promise<[string, Buffer][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file): Promise<[string, Buffer]> => [file, await readFile(file)]));
}

test('the first start connects, and the next start is still connected', async ({
  launch,
  secrets,
  api,
  home,
}) => {
  const first = await launch(['--lang=en-GB'], secrets.env);
  await expect(first.page.getByRole('heading', { name: 'Connect to your studio' })).toBeVisible();
  await expect(first.page.getByRole('textbox', { name: 'API address' })).toBeFocused();
  await first.desk.connect(`  ${api.origin}/v1/customers/ `, ` ${canaryKey}\n`);
  await expect(first.desk.box).toBeFocused();
  await first.desk.find('1001');
  await expect(first.desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
  await first.end();

  expect(await secrets.lookup(keyAccount(api.origin))).toBe(canaryKey);
  const files = await filesBelow(home);
  expect(files.length).toBeGreaterThan(0);
  for (const [file, bytes] of files) expect(bytes.includes(canaryKey), file).toBe(false);

  const second = await launch(['--lang=en-GB'], secrets.env);
  await second.desk.find('1001');
  await expect(second.desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
});

test('the key is nowhere in the page after it was entered', async ({ launch, secrets, api }) => {
  const { app, page, desk } = await launch(['--lang=en-GB'], secrets.env);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (data) => said.push(String(data)));
  await desk.connect(api.origin, canaryKey);
  await desk.find('9500');
  await expect(desk.diagnostics).toBeVisible();
  await goneFromHeap(page, canaryKey);
  expect(await page.content()).not.toContain(canaryKey);
  expect(said.join('\n')).not.toContain(canaryKey);
  if (process.platform !== 'win32') {
    const { stdout } = await promisify(execFile)('ps', ['-eww', '-o', 'args']);
    expect(stdout).not.toContain(canaryKey);
  }
  expect(JSON.stringify(await app.evaluate(() => process.env))).not.toContain(canaryKey);
});

test('invalid input is reported before anything is sent', async ({ launch, secrets, api }) => {
  const { page, desk } = await launch(['--lang=en-GB'], secrets.env);
  for (const [address, key, words] of [
    ['', 'k', 'Enter the address'],
    ['http://studio.example', 'k', 'must start with https://'],
    ['https://a@b.example', 'k', 'must not contain a user name'],
    [api.origin, '', 'Enter the API key'],
    [api.origin, 'ключ', 'characters that an API key cannot contain'],
    [api.origin, 'x'.repeat(3000), 'longer than the keychain allows'],
  ] as const) {
    await desk.connect(address, key);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
  }
  expect(api.requests()).toBe(0);
});

test('a refused key, an unreachable address and another server are distinguished', async ({
  launch,
  secrets,
  api,
}) => {
  const { page, desk } = await launch(['--lang=en-GB'], secrets.env);
  const alert = page.getByRole('alert');
  await desk.connect(api.origin, 'wrong-key');
  await expect(alert.filter({ hasText: 'The API key was refused.' })).toBeVisible();
  await desk.connect('http://127.0.0.1:9', 'k');
  await expect(alert.filter({ hasText: 'The API cannot be reached.' })).toBeVisible();
  await desk.connect(api.origin.replace('http:', 'https:'), 'k');
  await expect(alert.filter({ hasText: 'The connection is not secure.' })).toBeVisible();
  expect(await secrets.lookup(keyAccount(api.origin))).toBeUndefined();
});

test('an address that is not the API never receives the key', async ({ launch, secrets, page404 }) => {
  const { page, desk } = await launch(['--lang=en-GB'], secrets.env);
  await desk.connect(page404.origin, canaryKey);
  await expect(
    page.getByRole('alert').filter({ hasText: 'There is no studio API at this address' }),
  ).toBeVisible();
  expect(page404.seen.length).toBeGreaterThan(0);
  expect(JSON.stringify(page404.seen)).not.toContain(canaryKey);
});

test('the settings lead to demo data, to the saved studio, and remove the key', async ({
  launch,
  secrets,
  api,
}) => {
  const { page, desk } = await launch(['--lang=en-GB'], secrets.env);
  await desk.connect(api.origin, canaryKey);
  await expect(desk.box).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Explore with demo data' }).click();
  await expect(page.getByText('Demo data', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Use the saved studio' }).click();
  await expect(page.getByText(new URL(api.origin).host)).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.keyboard.press('Escape');
  await expect(desk.box).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Remove studio' }).click();
  await page.getByRole('button', { name: 'Really remove the studio and its key?' }).click();
  await expect(page.getByRole('heading', { name: 'Connect to your studio', level: 1 })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'API address' })).toHaveValue(api.origin);
  await expect(page.getByRole('textbox', { name: 'API key' })).toHaveValue('');
  expect(await secrets.lookup(keyAccount(api.origin))).toBeUndefined();
});

test('another address needs consent that no page can give', async ({ launch, secrets, api, page404 }) => {
  const { app, page, desk } = await launch(['--lang=en-GB'], secrets.env);
  await desk.connect(api.origin, canaryKey);
  await expect(desk.box).toBeVisible();
  // The dialog belongs to the system; the test answers it with "Cancel".
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
  });
  const kind = await page.evaluate(async (address) => {
    const outcome = await window.ringside.connection.connect({ address, key: 'theirs' });
    return outcome.ok ? 'ok' : outcome.problem.kind;
  }, page404.origin);
  expect(kind).toBe('cancelled');
  expect(page404.seen).toEqual([]);
  expect(await secrets.lookup(keyAccount(api.origin))).toBe(canaryKey);
});

test('without a Secret Service the key is not stored, and this is reported', async ({
  launch,
  api,
  home,
}) => {
  test.skip(process.platform !== 'linux', 'Windows and macOS always have their keychain.');
  const { page, desk } = await launch(['--lang=en-GB']);
  await desk.connect(api.origin, canaryKey);
  await expect(
    page.getByRole('alert').filter({ hasText: 'The keychain of this computer does not respond.' }),
  ).toBeVisible();
  for (const [file, bytes] of await filesBelow(home)) expect(bytes.includes(canaryKey), file).toBe(false);
});
