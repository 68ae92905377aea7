import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { fakeBrowser } from './fake-browser';
import { test } from './fixtures';
import { runToExit } from './launch';
import { canaryKey, keyAccount, munich } from './saved-studios';

test('an address set by policy leaves only the key to the agent', async ({ launch, home, secrets, api }) => {
  const policy = join(home, 'policy.json');
  await writeFile(policy, JSON.stringify({ apiAddress: api.origin }));
  const { page, desk } = await launch(['--lang=en-GB', `--policy=${policy}`], secrets.env);
  const address = page.getByRole('textbox', { name: 'API address' });
  await expect(address).toHaveValue(api.origin);
  await expect(address).toHaveAttribute('readonly');
  await expect(page.getByText('Set by your administrator')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'API key' })).toBeFocused();
  await page.keyboard.type(canaryKey);
  await page.keyboard.press('Enter');
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  expect(await secrets.lookup(keyAccount(api.origin))).toBe(canaryKey);
  // A page cannot change a locked preference.
  const kind = await page.evaluate(async () => {
    const outcome = await window.ringside.connection.connect({ address: 'https://evil.example', key: 'k' });
    return outcome.ok ? 'ok' : outcome.problem.inputFault;
  });
  expect(kind).toBe('addressSetByPolicy');
});

test("a trace ID links to the company's traces", async ({ launch, home }) => {
  test.skip(process.platform !== 'linux', 'Elsewhere the browser of the desk would open.');
  const browser = await fakeBrowser(home);
  const policy = join(home, 'policy.json');
  await writeFile(policy, JSON.stringify({ datadogSite: 'datadoghq.eu' }));
  const args = ['--demo', '--lang=en-GB', `--policy=${policy}`];
  const { desk } = await launch(args, browser.env);
  await desk.find('9500');
  const link = desk.stripFact('Trace ID').getByRole('link');
  const traceId = await link.innerText();
  await link.click();
  await expect.poll(browser.opened).toEqual([`https://app.datadoghq.eu/apm/trace/${traceId}`]);
});

test('without a policy a trace ID is no link', async ({ warm: { desk } }) => {
  await desk.find('9500');
  await expect(desk.stripFact('Trace ID')).toContainText(/[\da-f]{32}/);
  await expect(desk.stripFact('Trace ID').getByRole('link')).toHaveCount(0);
});

test('the report lists the values in force and their sources', async ({ home, display }) => {
  const policy = join(home, 'policy.json');
  await writeFile(policy, JSON.stringify({ idleMinutes: 3, language: 'tlh', shoeSize: 43 }));
  const { code, output } = await runToExit(['--policy-report', `--policy=${policy}`], { home, display });
  expect(code).toBe(2);
  expect(output).toMatch(new RegExp(`^idleMinutes +3 +machine: ${policy}$`, 'm'));
  expect(output).toMatch(/^language +– +default$/m);
  expect(output).toContain(`machine: ${policy}: language has a value that cannot be used`);
  expect(output).toContain(`machine: ${policy}: shoeSize is no key of a policy`);
});

test('provisioning works without a person and prints no key', async ({
  launch,
  home,
  display,
  secrets,
  api,
}) => {
  const env = { ...secrets.env };
  const input = `${api.origin}\n${canaryKey}\n`;
  const { code, output, errors } = await runToExit(['--provision'], { home, display, env }, input);
  expect({ code, output }).toEqual({ code: 0, output: `Line 1: added ${api.origin} ${munich.name}\n` });
  expect(errors).not.toContain(canaryKey);
  expect(await secrets.lookup(keyAccount(api.origin))).toBe(canaryKey);
  const { desk } = await launch(['--lang=en-GB'], secrets.env);
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
});

for (const [what, input, words] of [
  ['a key that is refused', 'wrong-key', 'unauthorized'],
  ['no key', '', 'invalidInput (keyEmpty)'],
] as const)
  test(`provisioning with ${what} saves nothing and reports why`, async ({ home, display, secrets, api }) => {
    const start = { home, display, env: { ...secrets.env } };
    const { code, errors } = await runToExit(['--provision'], start, `${api.origin}\n${input}\n`);
    expect(code).toBe(1);
    expect(errors).toContain(`Not provisioned: ${words}`);
    if (input) expect(errors).not.toContain(input);
    expect(await secrets.lookup(keyAccount(api.origin))).toBeUndefined();
  });

test('"Test connection" names the route and the result', async ({ connected: { page, desk }, api }) => {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Test connection' }).click();
  const said = page.getByRole('dialog').getByRole('status').filter({ hasText: 'proxy' });
  await expect(said).toHaveText(/^Without a proxy: the API responded in \d+ ms and accepted the key\.$/);
  await api.close();
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(said).toContainText('Without a proxy: The API cannot be reached.');
  await expect(desk.box).toBeAttached();
});

test('a connection through a proxy is shown with its address, and where it fails', async ({
  launch,
  secrets,
  api,
}) => {
  const args = ['--lang=en-GB', '--proxy-server=127.0.0.1:9', '--proxy-bypass-list=<-loopback>'];
  const first = await launch(['--lang=en-GB'], secrets.env);
  await first.desk.connect(api.origin, api.key);
  await first.desk.box.waitFor();
  await first.end();
  const { page, desk } = await launch(args, secrets.env);
  await expect(desk.box).toBeFocused();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Test connection' }).click();
  const said = page.getByRole('dialog').getByRole('status').filter({ hasText: 'proxy' });
  await expect(said).toContainText('Through the proxy PROXY 127.0.0.1:9: ');
});
