import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { axeFindings } from './axe';
import { fakeBrowser } from './fake-browser';
import { test as base } from './fixtures';
import type { Launched } from './launch';
import { munich } from './saved-studios';
import { withoutIds } from './without-ids';

/** The customer 1001 of the demo data. */
const edgar = { shown: '+49 30 23125001', link: 'tel:+493023125001' };

interface Dialling extends Launched {
  /** The links that the system was asked to open. */
  dialled: () => Promise<string[]>;
}

const test = base.extend<{ openDialling: (policy?: object, args?: string[]) => Promise<Dialling> }>({
  openDialling: async ({ launch, home }, use) => {
    await use(async (policy = {}, args = ['--lang=en-GB']) => {
      const { env, opened } = await fakeBrowser(home);
      const file = join(home, 'policy.json');
      await writeFile(file, JSON.stringify({ dialLinks: true, ...policy }));
      const launched = await launch(['--demo', `--studio=${munich.id}`, `--policy=${file}`, ...args], env);
      return { ...launched, dialled: opened };
    });
  },
});

test.skip(process.platform !== 'linux', 'Elsewhere the telephone program of the desk would open.');

test('a number is shown for people, copied by a click, and dialled by mouse or keyboard', async ({
  openDialling,
  home,
}) => {
  const { page, desk, dialled, end } = await openDialling();
  await desk.find('1001');
  const dial = desk.customer.getByRole('button', { name: `Dial ${edgar.shown}` });
  await dial.click();
  await expect(desk.customer.getByRole('status')).toHaveText('Passed to the telephone program.');
  await expect.poll(dialled).toEqual([edgar.link]);

  await desk.customer.getByRole('button', { name: edgar.shown, exact: true }).click();
  expect(await desk.clipboard()).toBe(edgar.shown);
  await page.keyboard.press('Tab');
  await expect(dial).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(dialled).toEqual([edgar.link, edgar.link]);
  const box = await dial.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  expect(await axeFindings(page)).toEqual([]);

  await end();
  const log = await readFile(join(home, 'Ringside', 'logs', 'ringside.log'), 'utf8');
  expect(log.match(/"event":"dialled"/g)).toHaveLength(2);
  expect(withoutIds(log)).not.toContain('23125');
});

test('of several numbers, those that cannot be read are shown as they were sent and not dialled', async ({
  openDialling,
}) => {
  const { page, dialled } = await openDialling({}, ['--lang=de', '--customer=9031']);
  const customer = page.getByRole('region', { name: 'Kunde', exact: true });
  for (const shown of ['+49 171 3920031', '+49 30 23125031', '+49 171 3920931'])
    await expect(customer.getByRole('button', { name: `Anrufen ${shown}` })).toBeVisible();
  await expect(
    customer.getByRole('button', { name: '+49 89 5550 1031 (reception, ask for extension 12)' }),
  ).toBeVisible();
  await expect(customer.getByRole('button', { name: /^Anrufen/ })).toHaveCount(3);
  await customer.getByRole('button', { name: 'Anrufen +49 171 3920931' }).click();
  await expect.poll(dialled).toEqual(['tel:+491713920931']);
});

test('a masked number is neither shown nor dialled until it is revealed', async ({ openDialling }) => {
  const { page, desk } = await openDialling({ maskContact: true });
  await desk.find('1001');
  await expect(desk.customer.getByRole('button', { name: 'Masked' })).toHaveCount(3);
  await expect(desk.customer.getByRole('button', { name: /^Dial/ })).toHaveCount(0);
  await page.keyboard.press('F2');
  await expect(desk.customer.getByRole('button', { name: `Dial ${edgar.shown}` })).toBeVisible();
});

test('the desk says when the system cannot open a telephone program', async ({ openDialling }) => {
  const { app, desk } = await openDialling();
  await desk.find('1001');
  await app.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.reject(new Error('no program'));
  });
  await desk.customer.getByRole('button', { name: /^Dial/ }).click();
  await expect(desk.customer.getByRole('status')).toContainText('no telephone program could be opened');
});

test('a hostile page dials nothing but the numbers of customers whom the session has found, and few of them', async ({
  openDialling,
}) => {
  const { page, desk, dialled } = await openDialling();
  await desk.find('1001');
  await expect(desk.customer.getByRole('button', { name: /^Dial/ })).toBeVisible();
  const kinds = await page.evaluate(
    async (studio) => {
      window.open('tel:+493011111');
      const link = Object.assign(document.createElement('a'), { href: 'tel:+493022222' });
      document.body.append(link);
      link.click();
      const [own] = ['1001'];
      const inputs = [
        { studio, id: own, sent: '+4930111111' },
        { studio, id: own, sent: 'tel:+493023125001' },
        { studio, id: own, sent: '112' },
        { studio, id: '9031', sent: '+49 171 3920 031' },
        ...Array.from({ length: 20 }, () => ({ studio, id: own, sent: '+49 30 23125 001' })),
      ];
      const outcomes = [];
      for (const input of inputs) outcomes.push(await window.ringside.phone.dial(input));
      return outcomes.map((outcome) => (outcome.ok ? 'dialled' : outcome.problem.kind));
    },
    await studioOf(page),
  );
  expect(kinds.slice(0, 4)).toEqual(['invalidInput', 'invalidInput', 'invalidInput', 'invalidInput']);
  expect(kinds.filter((kind) => kind === 'dialled')).toHaveLength(5);
  expect(new Set(kinds.slice(9))).toEqual(new Set(['tooManyCalls']));
  await expect.poll(dialled).toEqual(Array.from({ length: 5 }, () => edgar.link));
});

test('without the policy the numbers are as they were sent, and nothing is dialled', async ({
  openDialling,
}) => {
  const { page, desk, dialled } = await openDialling({ dialLinks: false });
  await desk.find('1001');
  await expect(desk.customer.getByRole('button', { name: '+49 30 23125 001', exact: true })).toBeVisible();
  const kinds = await page.evaluate(
    async (studio) => {
      const numbers = await window.ringside.phone.numbers({ studio, id: '1001' });
      const dial = await window.ringside.phone.dial({ studio, id: '1001', sent: '+49 30 23125 001' });
      return [numbers.ok && numbers.value.length, dial.ok];
    },
    await studioOf(page),
  );
  expect(kinds).toEqual([0, false]);
  expect(await dialled()).toEqual([]);
});

/** The studio of the open customer, as the page knows it. */
async function studioOf(page: Launched['page']): Promise<string> {
  return page.evaluate(async () => {
    const recents = await window.ringside.desk.recents();
    return (recents.ok && recents.value[0]?.studio) || '';
  });
}
