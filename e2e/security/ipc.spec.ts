import { contractCanaries } from '../../main/demo/example-contracts';
import { firstInputSchemas } from '../../main/ipc/first-schemas';
import { inputSchemas } from '../../main/ipc/schemas';
import { canaryKey } from '../saved-studios';
import { attack, pageAttack } from './fixtures';

pageAttack('nodeInPage', () => {
  const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'];
  const there = names.filter((name) => Reflect.has(globalThis, name));
  return there.length === 0 ? 'none is there' : there.join(', ');
});

attack('otherValues', async ({ range: { page } }) => {
  const found = await page.evaluate(() => {
    const kinds: string[] = [];
    const look = (value: unknown) => {
      if (typeof value !== 'object' || value === null) kinds.push(typeof value);
      else Object.values(value).forEach(look);
    };
    look(window.ringside);
    return kinds;
  });
  const functions = found.filter((kind) => kind === 'function').length;
  const channels = Object.keys({ ...firstInputSchemas, ...inputSchemas });
  // The last function listens to events.
  const many = functions === channels.length + 1 ? 'a function a channel' : `${functions} functions`;
  return `${many}, ${found.length - functions} other values`;
});

pageAttack('changeBorder', async () => {
  const { customer } = window.ringside;
  const tried = [
    () => Reflect.set(window, 'ringside', {}),
    () => Reflect.deleteProperty(window, 'ringside'),
    () => Reflect.defineProperty(window, 'ringside', { value: {} }),
    () => Reflect.set(window.ringside, 'customer', {}),
    () => Reflect.set(customer, 'get', () => 'owned'),
    () => Reflect.deleteProperty(customer, 'get'),
    () => Reflect.set(window.ringside, 'more', 1),
  ];
  return tried.some((change) => change()) ? 'changed' : 'unchanged';
});

pageAttack('wayToPreload', async () => {
  const { get } = window.ringside.customer;
  // Everything that the preload script exposes must belong to the page's world.
  const worlds = [get.constructor === Function, Object.getPrototypeOf(window.ringside) === Object.prototype];
  const answer = window.ringside.call.recent();
  worlds.push(answer.constructor === Promise, Object.getPrototypeOf(await answer) === Object.prototype);
  const code = await window.attempt(() => get.constructor('return process')());
  return `${worlds.every(Boolean) ? 'all of the page' : 'another world'}, ${code}`;
});

pageAttack('childFrame', () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inside = frame.contentWindow && Reflect.has(frame.contentWindow, 'ringside');
  frame.remove();
  return inside ? 'the border is in a frame' : 'nothing in a frame';
});

pageAttack('extraField', async () => {
  const { ringside } = window;
  const any = (value: unknown) => value as never;
  const outcomes = await Promise.all([
    ringside.connection.connect(any({ address: 'https://a.example', key: 'k', silently: true })),
    ringside.customer.search(any({ reading: { kind: 'id', id: '1001', all: 1 }, scope: 'studio' })),
    ringside.customer.get(any({ id: '1001', scope: 'studio', fields: '*' })),
    ringside.account.balances(any({ id: '1001', key: 'x' })),
    ringside.account.bookings(any({ id: '1001', period: 'past', slice: 9999 })),
    ringside.account.contracts(any({ studio: 'https://a.example#1', id: '1001', fields: '*' })),
    ringside.desk.opened(any({ id: '1001', scope: 'studio', log: true })),
    ringside.settings.change(any({ address: 'https://evil.example' })),
    ringside.settings.change(any({ provisioned: true })),
    ringside.clipboard.write(any({ text: 'x', html: '<b>' })),
  ]);
  return [...new Set(outcomes.map((outcome) => (outcome.ok ? 'taken' : outcome.problem.kind)))].join(', ');
});

pageAttack('wrongTypes', async () => {
  const { customer, account, clipboard } = window.ringside;
  const any = (value: unknown) => value as never;
  const outcomes = await Promise.all([
    customer.get(any({ id: 1001, scope: 'studio' })),
    customer.get(any({ id: ['1001'], scope: 'studio' })),
    customer.get(any({ id: '1001/../1002', scope: 'studio' })),
    customer.get(any({ id: '1001\r\nX-Evil: 1', scope: 'studio' })),
    customer.get(any({ id: '1'.repeat(20), scope: 'studio' })),
    customer.get(any({ id: '1001', scope: 'galaxy' })),
    customer.search(any({ reading: { kind: '__proto__' }, scope: 'studio' })),
    customer.search(any({ reading: { kind: 'by', field: 'password', value: 'x' }, scope: 'studio' })),
    customer.search(any(JSON.parse('{"__proto__":{"reading":{"kind":"id","id":"1001"}},"scope":"studio"}'))),
    account.bookings(any({ id: '1001', period: 'ever' })),
    account.contracts(any({ studio: 'https://a.example#1', id: '1001/../1002' })),
    clipboard.write(any({ text: 1 })),
    clipboard.write(any(undefined)),
  ]);
  return [...new Set(outcomes.map((outcome) => (outcome.ok ? 'taken' : outcome.problem.kind)))].join(', ');
});

pageAttack('hugeValues', async () => {
  const { customer, clipboard, connection } = window.ringside;
  const where = { studios: 'all' } as const;
  const outcomes = await Promise.all([
    customer.search({ reading: { kind: 'email', email: 'x'.repeat(1_001) }, where, search: 1 }),
    customer.search({ reading: { kind: 'name', words: Array(1_000_000).fill('x') }, where, search: 1 }),
    clipboard.write({ text: 'x'.repeat(20_000_000) }),
    connection.connect({ address: 'x'.repeat(4_001), key: 'x' }),
  ]);
  return [...new Set(outcomes.map((outcome) => (outcome.ok ? 'taken' : outcome.problem.kind)))].join(', ');
});

pageAttack('rawExceptions', async () => {
  const { customer, clipboard } = window.ringside;
  const circular: Record<string, unknown> = { id: '1001' };
  circular.self = circular;
  const values = [() => '1001', Symbol('x'), 10n, circular, new Proxy({}, {}), window, null, Number.NaN];
  const words = async (work: () => Promise<unknown>) => {
    try {
      return JSON.stringify(await work());
    } catch (error) {
      // In the page, because Electron copies values that cross the border, and cannot copy some.
      return (error as Error).message;
    }
  };
  const said = await Promise.all(
    values.flatMap((value) => [
      words(() => customer.get(value as never)),
      words(() => clipboard.write(value as never)),
    ]),
  );
  const raw = said.find((text) => /\bat \w+ \(|\.js|node:|zod|[/\\]/i.test(text));
  return (
    raw ??
    [...new Set(said.map((text) => /"kind":"(\w+)"/.exec(text)?.[1] ?? text))].sort().reverse().join(', ')
  );
});

attack('flood', async ({ ownRange }) => {
  const { page, desk, api } = await ownRange();
  const before = api.requests();
  const kinds = await page.evaluate(async () => {
    const started = await window.ringside.app.start();
    const studio = started.ok ? (started.value.connection.studios[0]?.ref ?? '') : '';
    const calls = Array.from({ length: 10_000 }, (_, count) =>
      window.ringside.account.balances({ studio, id: String(count + 1) }),
    );
    const outcomes = await Promise.all(calls);
    return outcomes.filter((outcome) => !outcome.ok && outcome.problem.kind === 'tooManyCalls').length;
  });
  const asked = api.requests() - before;
  await desk.find('1001');
  await desk.account.waitFor();
  await desk.money('Balance').getByText('89.70').waitFor();
  return `${kinds > 9_000 ? 'nearly all refused' : `${kinds} refused`}, ${asked < 150 ? 'the studio hardly noticed' : `${asked} requests`}, the desk goes on`;
});

attack('checkFlood', async ({ ownRange }) => {
  const { page, api } = await ownRange();
  const before = api.requests();
  const answers = await page.evaluate(() =>
    Promise.all(Array.from({ length: 100 }, () => window.ringside.about.check())),
  );
  const asked = api.requests() - before;
  const refused = answers.filter((answer) => !answer.ok && answer.problem.kind === 'tooManyCalls').length;
  const checked = answers.find((answer) => answer.ok);
  if (!JSON.stringify(checked).includes('accepted the key')) return 'no studio was checked';
  // The key takes two requests and the clock one, and the desk may load more transactions.
  return `${refused > 80 ? 'most refused' : `${refused} refused`}, ${asked < 10 ? 'the studio was asked like once' : `${asked} requests`}, ${JSON.stringify(answers).includes(canaryKey) ? 'a key' : 'no key'}`;
});

pageAttack('hiddenFields', async () => {
  const { customer } = window.ringside;
  const started = await window.ringside.app.start();
  const studio = started.ok ? (started.value.connection.studios[0]?.ref ?? '') : '';
  const answers = JSON.stringify([
    await customer.get({ id: '1001', studio }),
    await customer.search({
      reading: { kind: 'name', words: ['bullock'] },
      where: { studios: 'all' },
      search: 1,
    }),
  ]);
  if (!answers.includes('Bullock')) return 'nobody was found';
  const secret = /iban|bankAccount|cardNumbers|accessMedium|"pin|NOWHDEXX|DE00/i.exec(answers);
  return secret?.[0] ?? 'none of it crosses';
});

attack('hiddenContractFields', async ({ range: { page, api } }) => {
  const url = `${api.origin}/v1/customers/9128/contracts`;
  const sent = await (await fetch(url, { headers: { 'X-API-KEY': canaryKey } })).text();
  const answer = await page.evaluate(async () => {
    const started = await window.ringside.app.start();
    const studio = started.ok ? (started.value.connection.studios[0]?.ref ?? '') : '';
    return JSON.stringify(await window.ringside.account.contracts({ studio, id: '9128' }));
  });
  if (!answer.includes('Premium')) return 'no contract was found';
  if (!contractCanaries.every((canary) => sent.includes(canary))) return 'nothing hidden was sent';
  const secret = /iban|cardNumber|signedDocument|thirdParty|crm-/i.exec(answer)?.[0];
  return secret ?? contractCanaries.find((canary) => answer.includes(canary)) ?? 'none of it crosses';
});
