import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { growthOf } from '../../scripts/reporters/day-table.mjs';
import { test } from '../fixtures';
import { heapSnapshot, mainHeapSnapshot } from '../heap-snapshot';
import { filesBelow, holding } from '../security/files';
import { Agent } from './agent';
import { Canaries, callers } from './callers';
import { openDesk } from './desk';
import { measure } from './measure';
import { quantities, type Sample } from './table';
import { halfHours, WorkingDay } from './working-day';

const lookups = Number(process.env.RINGSIDE_DAY_LOOKUPS ?? 2_000);
/** Number of lookups from which on a growth is more than the noise of a measurement. */
const leastToJudge = 1_000;

/** A text that is there during a call may stay until the next collection of garbage. */
const goneTimeoutMs = 120_000;

test('over a day nothing grows, and nothing of a caller is left', async ({ home, secrets, launch }) => {
  test.setTimeout(60 * 60_000);
  const { api, launched } = await openDesk(home, secrets, launch);
  const { app, page, desk, end } = launched;
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const agent = new Agent(launched);
  await agent.arrives();
  await desk.box.waitFor();
  const canaries = new Canaries([...callers.munich, ...callers.gym]);
  await agent.indexIs(/complete/);
  for (const heap of [await heapSnapshot(page), await mainHeapSnapshot(app, home)])
    canaries.exceptThoseOf(heap);

  const day = new WorkingDay(agent, api, lookups);
  const samples: Sample[] = [];
  const take = async () => {
    await agent.newCall();
    // An outage may have ended the making of an index.
    await agent.indexIs(/complete|failed/);
    const values = await measure(app, page, home);
    samples.push({ lookups: day.lookups, pageLookups: agent.pageLookups, values });
  };
  await day.warmUp();
  await take();
  try {
    for (let halfHour = 1; halfHour <= halfHours; halfHour += 1) {
      await day.untilEndOf(halfHour);
      await take();
      process.stdout.write(`${halfHour / 2} of ${halfHours / 2} hours\n`);
      await day.rest(halfHour);
    }
  } finally {
    // A day that was interrupted has a table as well.
    const description = JSON.stringify({ lookups: day.lookups, samples });
    test.info().annotations.push({ type: 'day', description });
  }

  await day.lookUpFirst();
  await nothingIsLeft(app, page, agent, canaries, home);
  expect.soft(await agent.warnings(), 'warnings of Node').toEqual([]);
  expect.soft(errors, 'errors of the page').toEqual([]);
  await end();
  await api.close();
  await noFileHas(canaries, home);
  if (lookups < leastToJudge) return;
  for (const [id, quantity] of Object.entries(quantities))
    expect
      .soft(growthOf(quantity, id, samples), `growth of ${quantity.what} in ${quantity.unit}`)
      .toBeLessThanOrEqual(quantity.most);
});

/** Ends the open call, and expects nothing of any caller on the screen and in both heaps. */
async function nothingIsLeft(
  app: ElectronApplication,
  page: Page,
  agent: Agent,
  canaries: Canaries,
  home: string,
): Promise<void> {
  const inPage = async () => canaries.foundIn(await heapSnapshot(page));
  const inMain = async () => canaries.foundIn(await mainHeapSnapshot(app, home));
  const gone = (find: () => Promise<string[]>, message: string) =>
    expect.soft.poll(find, { message, timeout: goneTimeoutMs }).toEqual([]);
  // What is looked for can be found.
  expect(await inPage(), 'in the page during a call').not.toEqual([]);
  expect(await inMain(), 'in main during a call').not.toEqual([]);
  await agent.newCall();
  expect.soft(canaries.foundIn(await page.content()), 'on the screen after the call').toEqual([]);
  await gone(inPage, 'in the page after the call');
  await agent.leave('lock-screen');
  await gone(inMain, 'in main after a lock');
}

/** Expects that no file contains a caller, and that the log has its size and no exception of main. */
async function noFileHas(canaries: Canaries, home: string): Promise<void> {
  const files = await filesBelow(home);
  const texts = files.map(([file, bytes]) => [file, ...canaries.foundIn(bytes.toString('latin1'))]);
  const left = texts.filter(([, found]) => found !== undefined);
  expect.soft(left, 'files with a caller').toEqual([]);
  expect.soft(holding(files, canaries.some()), 'files with a caller in another encoding').toEqual([]);
  const logs = files.filter(([file]) => file.includes('/logs/'));
  expect.soft(logs.length, 'log files').toBeLessThanOrEqual(5);
  for (const [file, bytes] of logs) {
    expect.soft(bytes.length, file).toBeLessThanOrEqual(1024 * 1024);
    expect.soft(bytes.includes('"main-failed"'), `an exception of main in ${file}`).toBe(false);
  }
}
