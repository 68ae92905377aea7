import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { type DemoServer, startDemoServer } from '../../main/demo/server';
import { fakeBrowser } from '../fake-browser';
import { saveConnection } from '../faults/fixtures';
import { mainHeapSnapshot } from '../heap-snapshot';
import { makePhoneIndex, phoneIndexIs, phonePolicy } from '../phone-index';
import { canaryKey, saveStudios } from '../saved-studios';
import { filesBelow, holding } from './files';
import { attack, type Target } from './fixtures';
import { startPackaged } from './packaged';

/** Numbers, addresses and accounts of the generated studio in any writing, and what only its records contain. */
const generated =
  /(?:30 ?23125|69.?90009|40\) ?66969|4066969|89\) 99998|8999998)[ -]?\d{5}|customer\.60\d{4}@|DE0000000000\d{10}|Knee surgery/;

type Sent = Record<string, unknown> & { lastName: string };

/** Last names of customers with letters that no library has in its words. */
async function namesOf(api: DemoServer): Promise<string[]> {
  const headers = { 'X-API-KEY': `${canaryKey}-7` };
  const answer = await fetch(`${api.origin}/generated/v1/customers?sliceSize=500`, { headers });
  const { result } = (await answer.json()) as { result: Sent[] };
  const names = result.map(({ lastName }) => lastName).filter((name) => /[^a-z]/i.test(name));
  return [...new Set(names)];
}

attack('indexContents', async ({ home, keychain, openDevelopment }) => {
  const secrets = await keychain();
  const api = await startDemoServer({ key: canaryKey, generated: 1_200 });
  try {
    const names = await namesOf(api);
    const found = (text: string) => generated.exec(text)?.[0] ?? names.find((name) => text.includes(name));
    await saveStudios(
      home,
      secrets,
      api.studios.filter(({ id }) => id === '1410000100'),
      { idleMinutes: 0 },
    );
    const { app, page, desk, end } = await openDevelopment([await phonePolicy(home)], secrets.env);
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      window.ringside.events.on('phone:index-changed', (state) => heard.push(state));
    });
    const state = await makePhoneIndex(page);
    if (state?.customers !== 1_020) return `${state?.customers} customers were read`;
    const answers = await page.evaluate(async () =>
      JSON.stringify([
        Reflect.get(window, 'heard'),
        await window.ringside.phone.index(),
        await window.ringside.call.recent(),
      ]),
    );
    const inMemory = found(await mainHeapSnapshot(app, home));
    await desk.find('600001');
    await expect(desk.customer).toContainText('ID 600001');
    const afterwards = found(await mainHeapSnapshot(app, home));
    await end();
    const texts = ['23125 00002', '2312500002', '9000900002', 'customer.600002@', ...names];
    const files = holding(await filesBelow(home), texts);
    const places = [
      inMemory && `memory: ${inMemory}`,
      found(answers) && `answers: ${found(answers)}`,
      ...files.map((file) => file.slice(home.length)),
    ].filter(Boolean);
    return `${places.join(', ') || 'in none'}; ${afterwards ? 'in memory' : 'not in memory'} once a customer is found`;
  } finally {
    await api.close();
  }
});

/** A package with a policy that is connected to the API of the range. */
async function openWithPolicy({ home, keychain, open, range: { api } }: Target, policy: object, env = {}) {
  const secrets = await keychain();
  await saveConnection(home, secrets, api.origin, { idleMinutes: 0 });
  const args = ['--lang=en-GB', await phonePolicy(home, policy)];
  return { ...(await open({ env: { ...secrets.env, ...env }, args })), api, secrets };
}

async function openWithIndex(target: Target, policy: object = {}) {
  const opened = await openWithPolicy(target, policy);
  await makePhoneIndex(opened.page);
  return opened;
}

attack('readIndex', async (target) => {
  const { page } = await openWithIndex(target);
  const { names, index, others } = await page.evaluate(async () => {
    const { phone } = window.ringside;
    const started = await window.ringside.app.start();
    const studio = started.ok ? (started.value.connection.studios[0]?.ref ?? '') : '';
    const any = (value: unknown) => value as never;
    return {
      names: Object.keys(phone).sort().join(),
      index: await phone.index(),
      others: await Promise.all([
        phone.identify({ number: '' }),
        phone.identify({ number: '+49' }),
        phone.identify({ number: '%' }),
        phone.identify({ number: '*'.repeat(12) }),
        phone.identify(any({ number: ['+493023125001'] })),
        phone.identify(any({ studio })),
        phone.numbers({ studio, id: '1001' }),
      ]),
    };
  });
  if (names !== 'dial,forgetIndex,identify,index,makeIndex,numbers,stopIndex') return names;
  const text = JSON.stringify(index);
  const fields = [...new Set(text.match(/"\w+"(?=:)/g))].sort().join();
  if (fields !== '"customers","madeAt","mode","ok","state","studio","studios","value"') return fields;
  const told = others.filter((each) => each.ok && each.value !== null && JSON.stringify(each.value) !== '[]');
  return `states and counts; ${told.length === 0 ? 'nothing else is there' : JSON.stringify(told)}`;
});

attack('tryNumbers', async (target) => {
  const { page, desk, api } = await openWithIndex(target);
  const before = api.requests();
  const answered = await page.evaluate(async () => {
    let count = 0;
    // One after the other: together they would cancel each other.
    for (let number = 0; number < 1_000; number += 1) {
      const ending = String(number).padStart(3, '0');
      const asked = await window.ringside.phone.identify({ number: `+49 30 23125 ${ending}` });
      const searched = await window.ringside.customer.search({
        reading: { kind: 'phone', number: `+49 89 99998 ${ending}` },
        where: { studios: 'all' },
        search: number,
      });
      count += [asked, searched].filter(({ ok }) => ok).length;
    }
    return count;
  });
  const asked = api.requests() - before;
  // On a fast machine the page has used up what it may search, and waits until it may again.
  const search = () =>
    page.evaluate(() =>
      window.ringside.customer.search({
        reading: { kind: 'phone', number: '+49 89 99998 000' },
        where: { studios: 'all' },
        search: 0,
      }),
    );
  await expect.poll(async () => (await search()).ok).toBe(true);
  await desk.find('1001');
  await desk.money('Balance').getByText('89.70').waitFor();
  return `${answered < 100 ? 'nearly all refused' : `${answered} answered`}, ${asked < 200 ? 'the studio hardly noticed' : `${asked} requests`}, the desk goes on`;
});

/** A package with an open customer and a stand-in for the telephone program. */
async function openDialling(target: Target, policy: object) {
  const telephone = await fakeBrowser(target.home);
  const { page, desk } = await openWithPolicy(target, policy, telephone.env);
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  /** Dials one number after the other; the kinds of the problems. */
  const dial = (...numbers: { id: string; sent: string }[]) =>
    page.evaluate(async (wanted) => {
      const started = await window.ringside.app.start();
      const studio = started.ok ? (started.value.connection.studios[0]?.ref ?? '') : '';
      const kinds: string[] = [];
      for (const number of wanted) {
        const outcome = await window.ringside.phone.dial({ studio, ...number });
        kinds.push(outcome.ok ? 'dialled' : outcome.problem.kind);
      }
      return kinds;
    }, numbers);
  return { dial, telephone };
}

const theirs = { id: '1001', sent: '+49 30 23125 001' };

attack('dialOther', async (target) => {
  const { dial, telephone } = await openDialling(target, { dialLinks: true });
  const kinds = await dial(
    { id: '1001', sent: '+49 900 1234567' },
    { id: '1001', sent: 'tel:+493023125001' },
    { id: '1003', sent: '0171/39 20 003' },
  );
  const worked = await dial(theirs);
  if (worked[0] !== 'dialled') return `the number of the customer: ${worked}`;
  await expect.poll(telephone.opened).not.toEqual([]);
  return `${kinds.join(', ')}; dialled ${(await telephone.opened()).join(', ')}`;
});

attack('dialOff', async (target) => {
  const { dial, telephone } = await openDialling(target, {});
  const [kind] = await dial(theirs);
  const opened = await telephone.opened();
  return `${kind}, ${opened.length === 0 ? 'nothing dialled' : opened.join(', ')}`;
});

attack('dialFlood', async (target) => {
  const { dial } = await openDialling(target, { dialLinks: true });
  const kinds = await dial(...Array<typeof theirs>(100).fill(theirs));
  const dialled = kinds.filter((kind) => kind === 'dialled').length;
  return dialled > 0 && dialled < 10 ? 'nearly all refused' : `${dialled} dialled`;
});

attack('forgedCaller', async (target) => {
  const factors = { verificationFactors: ['customerNumber', 'dateOfBirth'] };
  const { desk, secrets } = await openWithIndex(target, factors);
  const { home, display } = target;
  const args = ['--', 'ringside://call?number=%2B493023125001'];
  const end = startPackaged({ home, display, env: secrets.env, args });
  await expect(desk.customer).toContainText('ID 1001');
  await expect(desk.account).toContainText('Verify the caller');
  await end();
  return (await desk.money('Balance').isVisible()) ? 'opened, verified' : 'opened, not verified';
});

attack('forgedIndex', async (target) => {
  const { home } = target;
  const [ours, another] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
  const file = join(home, 'index');
  const content = randomBytes(4_096);
  await writeFile(file, content);
  await writeFile(`${file}.sig`, sign(null, content, another.privateKey).toString('base64'));
  const { page } = await openWithPolicy(target, {
    phoneLookup: 'inBackground',
    phoneIndexUrl: pathToFileURL(file).href,
    phoneIndexKey: randomBytes(32).toString('base64'),
    phoneIndexPublicKey: ours.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    phoneIndexSpreadMinutes: 0,
  });
  const state = await phoneIndexIs(page, 'failed', 'complete');
  return `${state?.state}, ${state?.problem?.kind} ${state?.problem?.detail}`;
});
