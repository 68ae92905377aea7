import { expect } from '@playwright/test';
import { canaryKey, keyAccount } from '../saved-studios';
import { desktopRow } from './desktop-row';
import { paths } from './fault-context';
import type { Exchange, Rule } from './server';

const limited =
  (headers: Record<string, string>) =>
  ({ response }: Exchange) =>
    void response.writeHead(429, headers).end('{"errorMessage":"Too many requests"}');

// Started first, because it waits a whole minute.
desktopRow('status429Ends', async ({ connected, open, server, begin }) => {
  await connected();
  const { desk, balance } = await open();
  server.on(paths.balances, (exchange) => (exchange.count === 1 ? limited({})(exchange) : exchange.pass()));
  begin();
  await desk.find('1001');
  await expect(desk.diagnostics.getByRole('timer')).toBeVisible();
  for (const text of ['9500', '1002', '1001']) {
    await desk.find(text);
    await expect(desk.customer.getByRole('heading')).toBeVisible();
    await expect(desk.diagnostics.getByRole('timer')).toBeVisible();
  }
  await balance.waitFor({ timeout: 120_000 });
  // Of all waiting lookups, only the last one was repeated.
  expect(server.requests(paths.balances)).toBe(2);
  expect(server.requests('/v1/customers/9500/account/balances')).toBe(0);
  return balance.innerText();
});

const inTwoMinutes = () => new Date(Date.now() + 120_000).toUTCString();

for (const [id, headers, seconds] of [
  ['status429Seconds', () => ({ 'Retry-After': '90' }), 90],
  ['status429Date', () => ({ 'Retry-After': inTwoMinutes() }), 120],
  ['status429', () => ({}), 60],
  ['status429Absurd', () => ({ 'Retry-After': '99999999' }), 900],
] as const)
  desktopRow(id, async ({ connected, open, server, begin }) => {
    await connected();
    const { desk, title } = await open();
    server.on(paths.balances, (exchange) => limited(headers())(exchange));
    begin();
    const asked = Date.now();
    await desk.find('1001');
    const timer = desk.diagnostics.getByRole('timer');
    // A long wait counts minutes, and seconds under the pointer.
    await expect(timer).toHaveText(/ in \d+ (?:s|min)\.$/);
    await timer.hover();
    const shown = await timer.innerText();
    const [, minutes = 0, rest = 0] = /in (?:(\d+):)?(\d+) (?:s|min)/.exec(shown) ?? [];
    const left = Number(minutes) * 60 + Number(rest);
    const passed = Math.ceil((Date.now() - asked) / 1000);
    expect(left).toBeLessThanOrEqual(seconds);
    // A date has whole seconds.
    expect(left).toBeGreaterThanOrEqual(seconds - 1 - passed);
    await desk.find('1001');
    await expect(desk.diagnostics.getByRole('timer')).toBeVisible();
    expect(server.requests(paths.balances), 'while it is frozen').toBe(1);
    return title.innerText();
  });

desktopRow('keyReplaced', async ({ connected, open, server, secrets, begin }) => {
  await connected();
  const { page, desk, balance } = await open();
  const asReplaced: Rule = ({ request, pass }) => {
    if (request.headers['x-api-key'] === 'replaced') request.headers['x-api-key'] = canaryKey;
    pass();
  };
  server.on(paths.search, asReplaced);
  server.on('/v1/studios/information', asReplaced);
  server.on(paths.balances, (exchange) => {
    const { request, response } = exchange;
    if (request.headers['x-api-key'] === 'replaced') asReplaced(exchange);
    else response.writeHead(401).end();
  });
  server.on(
    '/v1/customers',
    ({ request, response }) =>
      void response.writeHead(request.headers['x-api-key'] === 'replaced' ? 200 : 401).end(),
  );
  await desk.find('1001');
  const prompt = page.getByRole('region', { name: 'A new key is needed' });
  await expect(prompt).toContainText('The API key was refused.');
  // Too short to be searched while typing, which would reduce the customer to one line.
  await desk.box.fill('ha');
  await prompt.getByRole('textbox', { name: 'API key' }).fill('wrong');
  await prompt.getByRole('button', { name: 'Connect' }).click();
  await expect(prompt).toContainText('The API refused this key.');
  begin();
  await prompt.getByRole('textbox', { name: 'API key' }).fill('replaced');
  await page.keyboard.press('Enter');
  await expect(prompt).toBeHidden();
  await expect(desk.box).toHaveValue('ha');
  await balance.waitFor();
  await expect(desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
  expect(await secrets.lookup(keyAccount(server.origin))).toBe('replaced');
  return balance.innerText();
});
