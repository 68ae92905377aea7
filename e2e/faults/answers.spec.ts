import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { row } from './row';
import { paths, type Scene } from './scene';
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
function detail(scene: Scene, words: string) {
  return () => expect(scene.desk.fact('Detail')).toContainText(words);
}

row('html', async (stage) => {
  stage.server.on(paths.balances, ok('<!doctype html><h1>Sign in</h1>', { 'Content-Type': 'text/html' }));
  await stage.lookUp();
  return { also: detail(stage, 'HTML') };
});

row('truncated', async (stage) => {
  stage.server.on(paths.balances, ok('{"accountBalance":{"amount":-89.7,"curr'));
  await stage.lookUp();
  return { also: detail(stage, 'Not JSON') };
});

row('wrongTypes', async (stage) => {
  stage.server.on(paths.balances, ok({ ...account, accountBalance: 'a lot' }));
  await stage.lookUp();
  return { also: detail(stage, 'accountBalance') };
});

row('missingFields', async (stage) => {
  stage.server.on(paths.balances, ok({ accountBalance: account.accountBalance }));
  await stage.lookUp();
  return { also: detail(stage, 'inDebtCollection') };
});

row('unknownValues', async (stage) => {
  stage.server.on(paths.customer, ok({ ...record, status: 'HIBERNATING' }));
  await stage.lookUp();
  return { where: stage.desk.customer.getByText('HIBERNATING', { exact: true }), counted: paths.customer };
});

row('extraFields', async (stage) => {
  stage.server.on(paths.balances, ok({ ...account, loyalty: { points: [1, 2] }, accountBalanceV2: null }));
  await stage.lookUp();
  return undefined;
});

row('byteOrderMark', async (stage) => {
  stage.server.on(paths.balances, ok(`\uFEFF${JSON.stringify(account)}`));
  await stage.lookUp();
  return undefined;
});

row('latin1', async (stage) => {
  stage.server.on(paths.customer, ok(Buffer.from(JSON.stringify(record), 'latin1')));
  await stage.lookUp();
  return { where: stage.name, counted: paths.customer };
});

row('gzipBroken', async (stage) => {
  stage.server.on(paths.balances, ok('this was never packed', { 'Content-Encoding': 'gzip' }));
  await stage.lookUp();
  return { also: detail(stage, 'net::ERR_CONTENT_DECODING_FAILED') };
});

row('gzipBomb', async (stage) => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
  stage.server.on(paths.balances, ok(bomb, { 'Content-Encoding': 'gzip' }));
  await stage.lookUp();
  return undefined;
});
