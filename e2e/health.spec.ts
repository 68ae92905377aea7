import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { canaryKey } from './saved-studios';

/** Pattern of the values that a log line may contain. */
const allowed = new Set([
  'event',
  'at',
  'version',
  'platform',
  'electron',
  'id',
  'method',
  'endpoint',
  'startedAt',
  'durationMs',
  'attempts',
  'studio',
  'status',
  'traceId',
  'problem',
]);

/** Texts of the lookups in these tests that stand for a customer, a search or a key. */
const secrets = /bullock|edgar|1001|1-12345|9607|example@|demo\.|canary/i;

test('shows the health of each endpoint in the footer, and copies the last calls without a customer', async ({
  launch,
  secrets: keychain,
  api,
  home,
}) => {
  const { page, desk, end } = await launch(['--lang=en-GB'], keychain.env);
  await desk.connect(api.origin, canaryKey);
  await desk.find('bullock edgar 1952-05-04');
  await expect(desk.money('Balance')).toContainText('89.70');
  // A failure whose message names the customer, of a call whose path contains their ID.
  await desk.find('9607');
  await expect(desk.diagnostics).toBeVisible();
  const line = page.getByRole('button', { name: 'API health' });
  // A balance that was fetched ahead of its lookup is fetched twice where the machine is slow.
  await expect(line).toContainText(/Account: 1 of the last \d failed/);

  // A call that is reported later removes "Copied".
  await desk.bookingsLoaded();
  await expect(page.locator('[class*=skeleton]')).toHaveCount(0);
  const ended = await page.evaluate(async () => {
    const recent = await window.ringside.call.recent();
    return recent.ok ? recent.value.length : 0;
  });
  await line.click();
  // Main tells the page about calls several at a time.
  const copyCalls = desk.facts.getByRole('button', { name: `Copy the last ${ended} API calls` });
  await expect(copyCalls).toBeVisible();
  await desk.facts.getByRole('button', { name: 'Copy as NDJSON' }).click();
  await expect(desk.facts.getByText('Copied', { exact: true })).toBeVisible();
  const lines = (await desk.clipboard()).trimEnd().split('\n');
  expect(lines.map((each) => Object.keys(JSON.parse(each)).every((name) => allowed.has(name)))).toEqual(
    Array(ended).fill(true),
  );
  await copyCalls.click();
  await expect.poll(() => desk.clipboard()).toContain('### Ringside');
  const report = await desk.clipboard();
  expect(report).toContain('POST /v1/customers/search | 200');
  expect(report).toMatch(/account\/balances \| 500 \| \d+ \| 1 \| serverError \| [0-9a-f]{32} \|/);
  expect(report).not.toMatch(secrets);

  await end();
  const log = await readFile(join(home, 'Ringside', 'logs', 'ringside.log'), 'utf8');
  const logged = log.trim().split('\n');
  expect(logged.length).toBeGreaterThan(8);
  for (const each of logged)
    for (const name of Object.keys(JSON.parse(each))) expect(allowed).toContain(name);
  expect(log).not.toMatch(secrets);
  // A call that the quit cancels may be logged after it.
  expect(logged.filter((each) => JSON.parse(each).event === 'quit')).toHaveLength(1);
});

test('is quiet while all is well, and keeps the last calls when the page is loaded again', async ({
  demo: { page, desk },
}) => {
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  const line = page.getByRole('button', { name: 'API health' });
  await expect(line).toHaveText('API healthAPI answers');
  await page.reload();
  await line.click();
  await expect(desk.facts).toContainText('Account');
});
