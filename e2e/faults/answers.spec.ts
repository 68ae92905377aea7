import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { type FaultContext, paths } from './fault-context';
import { row } from './fault-row';
import type { Rule } from './server';

const account = { accountBalance: { amount: -89.7, currency: 'EUR' }, inDebtCollection: true };
const record = {
  id: 1001,
  status: 'MEMBER',
  accessRefusal: false,
  firstName: 'Edgar',
  lastName: 'Müller',
  customerNumber: '1-12345',
};

/** A 200 with this body; strings and bytes are sent unchanged. */
function ok(body: unknown, headers: Record<string, string> = {}): Rule {
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return ({ response }) =>
    response.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end(bytes);
}

/** The technical detail on screen. */
function detail(context: FaultContext, words: string) {
  return () => expect(context.desk.fact('Detail')).toContainText(words);
}

row('html', async (ringside) => {
  ringside.server.on(paths.balances, ok('<!doctype html><h1>Sign in</h1>', { 'Content-Type': 'text/html' }));
  await ringside.lookUp();
  return { also: detail(ringside, 'HTML') };
});

row('truncated', async (ringside) => {
  ringside.server.on(paths.balances, ok('{"accountBalance":{"amount":-89.7,"curr'));
  await ringside.lookUp();
  return { also: detail(ringside, 'Not JSON') };
});

row('wrongTypes', async (ringside) => {
  ringside.server.on(paths.balances, ok({ ...account, accountBalance: 'a lot' }));
  await ringside.lookUp();
  return { also: detail(ringside, 'accountBalance') };
});

row('missingFields', async (ringside) => {
  ringside.server.on(paths.balances, ok({ accountBalance: account.accountBalance }));
  await ringside.lookUp();
  return { also: detail(ringside, 'inDebtCollection') };
});

row('unknownValues', async (ringside) => {
  ringside.server.on(paths.customer, ok({ ...record, status: 'HIBERNATING' }));
  await ringside.lookUp();
  return { where: ringside.desk.customer.getByText('HIBERNATING', { exact: true }), counted: paths.customer };
});

row('extraFields', async (ringside) => {
  ringside.server.on(paths.balances, ok({ ...account, loyalty: { points: [1, 2] }, accountBalanceV2: null }));
  await ringside.lookUp();
  return undefined;
});

row('byteOrderMark', async (ringside) => {
  ringside.server.on(paths.balances, ok(`\uFEFF${JSON.stringify(account)}`));
  await ringside.lookUp();
  return undefined;
});

row('latin1', async (ringside) => {
  ringside.server.on(paths.customer, ok(Buffer.from(JSON.stringify(record), 'latin1')));
  await ringside.lookUp();
  return { where: ringside.name, counted: paths.customer };
});

row('gzipBroken', async (ringside) => {
  ringside.server.on(paths.balances, ok('this was never packed', { 'Content-Encoding': 'gzip' }));
  await ringside.lookUp();
  return { also: detail(ringside, 'net::ERR_CONTENT_DECODING_FAILED') };
});

row('gzipBomb', async (ringside) => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
  ringside.server.on(paths.balances, ok(bomb, { 'Content-Encoding': 'gzip' }));
  await ringside.lookUp();
  return undefined;
});
