import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { IpcMain } from 'electron';
import { type DeskChannel, type Handlers, registerHandlers } from '../../main/ipc/register-handlers';
import { inputSchemas } from '../../main/ipc/schemas';
import { trustedFrame } from '../../main/window/page-url';
import type { Outcome } from '../../preload/contract/problem';
import { problems } from '../../renderer/messages/en-problems';
import { sharedRow } from './desktop-row';
import type { SharedFaultContext } from './fixtures';

/**
 * Checks that all these calls failed in the same way without reaching the API, and returns the title of the problem.
 */
function wordsOf(outcomes: Outcome<unknown>[], ringside: SharedFaultContext): string {
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'invalidInput' } });
  expect(ringside.server.requests()).toBe(0);
  return problems.invalidInput.title;
}

sharedRow('wrongInput', async (ringside) => {
  const outcomes = await ringside.page.evaluate(() => {
    const { customer, account, clipboard } = window.ringside;
    const any = (value: unknown) => value as never;
    return Promise.all<Outcome<unknown>>([
      customer.get(any({ id: 1001, studio: 'x' })),
      customer.get(any({ id: '1001', studio: 'x', more: true })),
      customer.get(any(undefined)),
      customer.get({ id: '../by', studio: 'x' }),
      customer.search(any({ reading: { kind: 'everybody' }, where: { studios: 'all' }, search: 1 })),
      account.bookings({ id: '1001', studio: 'x', period: any('ever') }),
      clipboard.write(any({ text: ['a'] })),
    ]);
  });
  return wordsOf(outcomes, ringside);
});

sharedRow('hugeInput', async (ringside) => {
  const outcomes = await ringside.page.evaluate(() => {
    const { customer, clipboard } = window.ringside;
    const where = { studios: 'all' } as const;
    return Promise.all<Outcome<unknown>>([
      customer.search({ reading: { kind: 'email', email: 'x'.repeat(1_001) }, where, search: 1 }),
      customer.search({ reading: { kind: 'name', words: Array(13).fill('x') }, where, search: 1 }),
      customer.get({ id: '1'.repeat(20), studio: 'x' }),
      clipboard.write({ text: 'x'.repeat(10_000_000) }),
    ]);
  });
  return wordsOf(outcomes, ringside);
});

sharedRow('prototypeKeys', async (ringside) => {
  const outcomes = await ringside.page.evaluate(() => {
    const parsed = (text: string) => JSON.parse(text) as never;
    const { customer } = window.ringside;
    return Promise.all<Outcome<unknown>>([
      customer.get(parsed('{"id":"1001","studio":"x","constructor":{"prototype":{"polluted":1}}}')),
      customer.get(parsed('{"studio":"x","__proto__":{"id":"1001","polluted":1}}')),
      customer.search(parsed('{"where":{"studios":"all"},"search":1,"reading":{"kind":"__proto__"}}')),
    ]);
  });
  expect(await ringside.app.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
  return wordsOf(outcomes, ringside);
});

sharedRow('functionInput', async (ringside) => {
  const outcome = await ringside.page.evaluate(() =>
    window.ringside.customer.get({ id: (() => '1001') as never, studio: 'x' }),
  );
  return wordsOf([outcome], ringside);
});

sharedRow('unknownChannel', async (ringside) => {
  const [names, told] = [
    await ringside.page.evaluate(() => Object.values(window.ringside).flatMap((verbs) => Object.keys(verbs))),
    await fromElsewhere(ringside, 'key:read', null),
  ];
  // Ringside's page cannot name a channel.
  expect(names.filter((name) => /invoke|send|key/i.test(name))).toEqual([]);
  return String(told);
});

sharedRow('foreignFrame', async (ringside) => {
  const told = await fromElsewhere(ringside, 'customer:get', { id: '1001' });
  return wordsOf([told as Outcome<unknown>], ringside);
});

sharedRow('missingFrame', async (ringside) => {
  // A call from a removed frame cannot be timed from outside, so main's own function is tested.
  const listeners = new Map<string, (event: unknown, input: unknown) => Promise<Outcome<unknown>>>();
  const ipc = { handle: (name: string, listener: never) => listeners.set(name, listener) };
  const handlers = { 'customer:get': () => Promise.reject(new Error('A ghost was answered')) };
  registerHandlers(
    ipc as unknown as IpcMain,
    handlers as unknown as Pick<Handlers, DeskChannel>,
    inputSchemas,
    trustedFrame(() => null),
  );
  const answer = await listeners.get('customer:get')?.({ senderFrame: null }, { id: '1001' });
  return wordsOf(answer ? [answer] : [], ringside);
});

sharedRow('tenThousand', async (ringside) => {
  const kinds = await ringside.page.evaluate(async () => {
    const started = await window.ringside.app.start();
    const studio = started.ok ? (started.value.connection.studios[0]?.ref ?? '') : '';
    const calls = Array.from({ length: 10_000 }, (_, count) =>
      window.ringside.account.balances({ studio, id: String(count + 1) }),
    );
    const outcomes = await Promise.all(calls);
    return [...new Set(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.problem.kind)))];
  });
  // A newer search cancels the older one, and the rate limit refuses calls above a hundred: few requests reach the
  // studio.
  expect(kinds).toEqual(expect.arrayContaining(['cancelled', 'tooManyCalls']));
  expect(ringside.server.requests()).toBeLessThan(100);
  await ringside.lookUp('1001');
  await ringside.balance.waitFor();
  return ringside.balance.innerText();
});

/** A preload script that exposes every channel, unlike Ringside's. */
const careless = `const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('call', (name, input) => ipcRenderer.invoke(name, input).catch(String));`;

/** Calls a channel from another window than Ringside's, and returns the result. */
async function fromElsewhere(
  ringside: SharedFaultContext,
  channel: string,
  input: unknown,
): Promise<unknown> {
  const preload = test.info().outputPath('preload.js');
  await writeFile(preload, careless);
  return ringside.app.evaluate(
    ({ BrowserWindow }, [script, name, value]) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload: script } });
      const call = async () => {
        await window.loadURL('data:text/html,elsewhere');
        const told: unknown = await window.webContents.executeJavaScript(
          `call(${JSON.stringify(name)}, ${JSON.stringify(value)})`,
        );
        window.destroy();
        return told;
      };
      // A promise that only the debugger holds may be collected before it resolves.
      return Object.assign(globalThis, { told: call() }).told;
    },
    [preload, channel, input] as const,
  );
}
