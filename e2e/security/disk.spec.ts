import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { contractCanaries } from '../../main/demo/example-contracts';
import { saveConnection } from '../faults/fixtures';
import { canaryKey } from '../saved-studios';
import { filesBelow, holding } from './files';
import { attack } from './fixtures';

attack('daysWork', async ({ home, keychain, open, range: { api } }) => {
  const secrets = await keychain();
  await saveConnection(home, secrets, api.origin, { idleMinutes: 0 });
  const { page, desk, end } = await open({ env: secrets.env });
  // Calls of a day: found by name, ID, number and e-mail, in debt, failed, copied, reported and opened again.
  const callers = [
    'bullock 1952-05-04',
    '1001',
    '9003',
    '9500',
    'demo',
    '9128',
    'id:1002',
    'nobody@example.com',
    '99999999',
  ];
  for (let round = 0; round < 5; round += 1)
    for (const text of callers) {
      await desk.find(text);
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      for (const keys of [
        'Control+B',
        'Control+Shift+C',
        'Control+K',
        'Escape',
        'F8',
        'F8',
        'Control+Shift+X',
      ])
        await page.keyboard.press(keys);
    }
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  await desk.customer.getByRole('heading').waitFor();
  await end();
  const files = await filesBelow(home);
  const customer = ['Bullock', 'Edgar Thomas', '1-10877', '89.70', 'nobody@example.com', '1952-05-04'];
  const found = holding(files, [...customer, ...contractCanaries, canaryKey, '/v1/customers/1001']);
  const log = files.find(([file]) => file.endsWith('ringside.log'))?.[1].toString() ?? '';
  if (log.split('"event":"call"').length < 50) return 'too little was done';
  return found.length === 0 ? 'in no file' : found.map((file) => file.slice(home.length)).join(', ');
});

attack('otherUsers', async ({ range: { page, home } }) => {
  await page.evaluate(() => window.ringside.settings.change({ idleMinutes: 0 }));
  const folder = join(home, 'Ringside');
  const mode = async (name: string) => ((await stat(join(folder, name))).mode & 0o777).toString(8);
  return `settings.json ${await mode('settings.json')}, ringside.log ${await mode('logs/ringside.log')}`;
});

attack('storageOfPage', async ({ home, open }) => {
  const start = { args: ['--demo', '--lang=en-GB'] };
  const first = await open(start);
  await first.desk.box.waitFor();
  const kept = await first.page.evaluate(async () => {
    localStorage.setItem('caller', 'CANARY-Bullock');
    sessionStorage.setItem('caller', 'CANARY-Bullock');
    Reflect.set(document, 'cookie', 'caller=CANARY-Bullock; max-age=99999');
    const opening = indexedDB.open('callers', 1);
    await new Promise((done) => {
      opening.onupgradeneeded = () => opening.result.createObjectStore('x').put('CANARY-Bullock', 1);
      opening.onsuccess = done;
      opening.onerror = done;
    });
    await window.caches
      ?.open('x')
      .then((cache) => cache.put('/x', new Response('CANARY-Bullock')))
      .catch(() => null);
    return localStorage.getItem('caller');
  });
  await first.end();
  const second = await open(start);
  await second.desk.box.waitFor();
  const left = await second.page.evaluate(async () => [
    localStorage.getItem('caller'),
    document.cookie,
    (await indexedDB.databases()).length,
  ]);
  await second.end();
  const files = holding(await filesBelow(home), ['CANARY-Bullock']);
  if (kept === null) return 'nothing could be stored';
  return `${left.some(Boolean) ? `left ${left.join(' ')}` : 'gone with the next start'}, ${files.length === 0 ? 'in no file' : files.join(', ')}`;
});
