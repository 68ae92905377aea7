import { beforeEach, describe, expect, it } from 'vitest';
import { succeed } from '../../preload/contract/problem';
import { Digests } from './digests';
import { IndexBuilder } from './index-builder';
import { failure, phoneOf, readHere, settled, TestApi, TestClock, testStudio } from './index-fake';
import { IndexPace } from './index-pace';

const studio = testStudio('7');
const digests = new Digests(Buffer.alloc(32, 7));
let clock: TestClock;
let api: TestApi;
let pace: IndexPace;
let controller: AbortController;
let builder: IndexBuilder;

function start(also: ('FORMER_MEMBER' | 'PROSPECT')[] = []) {
  builder = new IndexBuilder(
    studio,
    { client: api, pace, digests, startReading: readHere, also, region: 'DE', onChange: () => undefined },
    clock.now(),
  );
  return run();
}

/** Runs the builder, while time passes. */
function run(): { outcome: Awaited<ReturnType<IndexBuilder['run']>> | undefined } {
  const running: { outcome: Awaited<ReturnType<IndexBuilder['run']>> | undefined } = { outcome: undefined };
  controller = new AbortController();
  void builder.run(controller.signal).then((outcome) => {
    running.outcome = outcome;
  });
  return running;
}

const who = (digit: number) => builder.find(digests.of(`+493090182${digit}`));
const offsets = () => api.asked.map(({ status, offset }) => [status, offset]);

beforeEach(() => {
  clock = new TestClock();
  api = new TestApi();
  pace = new IndexPace(clock, 600);
  api.customers[studio.ref] = [1, 2, 3, 4, 5].map((each) => [String(each), phoneOf(each)]);
});

it('reads all members, slice by slice, by the offsets of the API', async () => {
  const running = start();
  await clock.pass(10_000);
  expect(running.outcome).toMatchObject({ ok: true });
  expect(offsets()).toEqual([
    ['MEMBER', undefined],
    ['MEMBER', '2'],
    ['MEMBER', '4'],
  ]);
  expect([builder.customers, who(1), who(5), who(6)]).toEqual([5, ['1'], ['5'], []]);
});

it('reads former members and prospects after the members', async () => {
  api.customers[`${studio.ref} FORMER_MEMBER`] = [['8', phoneOf(8)]];
  api.customers[`${studio.ref} PROSPECT`] = [['9', phoneOf(8)]];
  const running = start(['FORMER_MEMBER', 'PROSPECT']);
  await clock.pass(10_000);
  expect(running.outcome).toMatchObject({ ok: true });
  expect(who(8).sort()).toEqual(['8', '9']);
});

describe('goes on at the same offset', () => {
  it.each([
    ['rateLimited' as const, 60],
    ['unavailable' as const, undefined],
    ['timeout' as const, undefined],
    ['offline' as const, undefined],
    ['connectionLost' as const, undefined],
  ])('after %s', async (kind, retryAfterSeconds) => {
    api.next = [undefined, failure({ kind, ...(retryAfterSeconds && { retryAfterSeconds }) })];
    const running = start();
    await clock.pass(1_000);
    expect([builder.isPaused, running.outcome, who(2), who(3)]).toEqual([true, undefined, ['2'], []]);
    if (retryAfterSeconds) {
      await clock.pass(retryAfterSeconds * 1_000 - 2_000);
      expect(api.asked).toHaveLength(2);
    }
    await clock.pass(10_000);
    expect(running.outcome).toMatchObject({ ok: true });
    expect(offsets().map(([, offset]) => offset)).toEqual([undefined, '2', '2', '4']);
  });

  it('after it was stopped', async () => {
    pace = new IndexPace(clock, 1);
    const first = start();
    await clock.pass(1_000);
    controller.abort();
    await settled();
    expect(first.outcome).toMatchObject({ ok: false, problem: { kind: 'cancelled' } });
    const second = run();
    await clock.pass(200_000);
    expect(second.outcome).toMatchObject({ ok: true });
    expect(offsets().map(([, offset]) => offset)).toEqual([undefined, '2', '4']);
  });

  it('with a smaller slice after a slow or too large answer', async () => {
    api.next = [undefined, failure({ kind: 'timeout' }), failure({ kind: 'tooLarge' })];
    const running = start();
    await clock.pass(20_000);
    expect(running.outcome).toMatchObject({ ok: true });
    expect(api.asked.map(({ size }) => size)).toEqual([500, 500, 250, 125, 125]);
  });
});

it('waits five seconds after the last lookup', async () => {
  pace.lookupBegan();
  start();
  await clock.pass(4_000);
  pace.lookupBegan();
  await clock.pass(4_900);
  expect([builder.isPaused, api.asked.length]).toEqual([true, 0]);
  await clock.pass(200);
  expect([builder.isPaused, api.asked.length > 0]).toEqual([false, true]);
});

it('sends no more requests a minute than its share', async () => {
  api.customers[studio.ref] = Array.from({ length: 400 }, (_, at) => [String(at), phoneOf(1)]);
  pace = new IndexPace(clock, 60);
  start();
  await clock.pass(60_000);
  expect(api.asked.length).toBeGreaterThan(50);
  expect(api.asked.length).toBeLessThanOrEqual(61);
});

describe('fails', () => {
  it.each([
    ['forbidden' as const],
    ['unauthorized' as const],
    ['serverError' as const],
    ['keyMissing' as const],
  ])('at once after %s, and what was read is searched', async (kind) => {
    api.next = [undefined, failure({ kind })];
    const running = start();
    await clock.pass(10_000);
    expect(running.outcome).toMatchObject({ ok: false, problem: { kind } });
    expect([who(2), api.asked.length, builder.isBroken]).toEqual([['2'], 2, false]);
  });

  it('after failures without end, each pause longer than the last up to the maximum', async () => {
    api.answer = () => failure({ kind: 'unavailable' });
    const running = start();
    await clock.pass(60 * 60_000);
    expect(running.outcome).toMatchObject({ ok: false, problem: { kind: 'unavailable' } });
    expect(api.asked).toHaveLength(6);
  });

  const row = (id: string) => ({ id, phones: [] });
  let count = 0;
  const endless: Record<string, NonNullable<TestApi['answer']>> = {
    'An offset came twice': () => succeed({ rows: [row(String(count++))], nextOffset: '7' }),
    'A slice came twice': () =>
      succeed({ rows: [row('1'), row(String(count++))], nextOffset: String(count) }),
    'Slices without customers': () => succeed({ rows: [], nextOffset: String(count++) }),
    'More customers than asked for': () => succeed({ rows: Array(501).fill(row(String(count++))) }),
    'Customers of another studio': () => succeed({ rows: [{ ...row('1'), studioId: '8' }] }),
    'Field not as documented: result.id': () => succeed({ rows: [undefined, undefined] }),
    'Field not as documented: offset': () => succeed({ rows: [row('1')], nextOffset: '7'.repeat(501) }),
  };
  it.each(Object.entries(endless))('when the API lies: %s', async (detail, answer) => {
    api.answer = answer;
    const running = start();
    for (let minutes = 0; minutes < 500 && !running.outcome; minutes += 1) await clock.pass(60_000);
    expect(running.outcome).toMatchObject({ ok: false, problem: { kind: 'unexpectedAnswer', detail } });
    expect([builder.isBroken, api.asked.length <= 5]).toEqual([true, true]);
  });
});

describe('on an older API', () => {
  it('members stay complete when the status of others is refused', async () => {
    api.customers[`${studio.ref} PROSPECT`] = [['9', phoneOf(9)]];
    api.next = [undefined, undefined, undefined, failure({ kind: 'badRequest' })];
    const running = start(['FORMER_MEMBER', 'PROSPECT']);
    await clock.pass(10_000);
    expect(running.outcome).toMatchObject({ ok: true, value: { problem: { kind: 'badRequest' } } });
    expect([who(5), who(9)]).toEqual([['5'], ['9']]);
  });

  it('members stay complete when the status of others is ignored', async () => {
    api.customers[`${studio.ref} FORMER_MEMBER`] = api.customers[studio.ref] ?? [];
    const running = start(['FORMER_MEMBER']);
    await clock.pass(10_000);
    expect(running.outcome).toMatchObject({
      ok: true,
      value: { problem: { kind: 'unexpectedAnswer', detail: 'Field ignored: customerStatus' } },
    });
    expect(builder.customers).toBe(5);
  });

  it('refused members are a failure', async () => {
    api.next = [failure({ kind: 'badRequest' })];
    const running = start(['PROSPECT']);
    await clock.pass(10_000);
    expect(running.outcome).toMatchObject({ ok: false, problem: { kind: 'badRequest' } });
  });
});

it('a last slice of customers of another studio ends the index as well as any other', async () => {
  api.next = [succeed({ rows: [{ id: '1', phones: [phoneOf(1)], studioId: '7' }], nextOffset: '1' })];
  api.answer = () => succeed({ rows: [{ id: '2', phones: [phoneOf(2)], studioId: '8' }] });
  const running = start();
  await clock.pass(1_000);
  expect(running.outcome).toMatchObject({ ok: true });
  expect([who(1), who(2)]).toEqual([['1'], []]);
});

it('leaves out records without an ID and customers of other studios', async () => {
  const [own, other] = [
    { id: '1', phones: [phoneOf(1)], studioId: '7' },
    { id: '2', phones: [phoneOf(2)], studioId: '8' },
  ];
  api.next = [succeed({ rows: [undefined, own, other] })];
  const running = start();
  await clock.pass(1_000);
  expect(running.outcome).toMatchObject({ ok: true });
  expect([who(1), who(2)]).toEqual([['1'], []]);
});

it('reads a number without country code in the form of the studio', async () => {
  api.country = succeed('FR');
  api.customers[studio.ref] = [['1', '06 12 34 56 78']];
  start();
  await clock.pass(1_000);
  expect(builder.find(digests.of('+33612345678'))).toEqual(['1']);
});

describe('when the country of the studio cannot be had', () => {
  beforeEach(() => {
    api.country = succeed('FR');
    api.customers[studio.ref] = [['1', '06 12 34 56 78']];
  });
  const foundAsFrench = () => builder.find(digests.of('+33612345678'));

  it('for a while, it is asked again before a number is read', async () => {
    api.nextCountries = [
      failure({ kind: 'rateLimited', retryAfterSeconds: 60 }),
      failure({ kind: 'timeout' }),
    ];
    start();
    await clock.pass(59_000);
    expect([builder.isPaused, api.asked]).toEqual([true, []]);
    await clock.pass(60_000);
    expect([builder.isPaused, foundAsFrench()]).toEqual([false, ['1']]);
  });

  it('after a stop, it is asked again', async () => {
    api.nextCountries = [failure({ kind: 'unavailable' })];
    start();
    await clock.pass(100);
    controller.abort();
    run();
    await clock.pass(60_000);
    expect(foundAsFrench()).toEqual(['1']);
  });

  it('for longer, or at all, the customers are read without it', async () => {
    for (const [kind, times] of [
      ['unavailable', 3],
      ['forbidden', 1],
    ] as const) {
      api.nextCountries = Array(times).fill(failure({ kind }));
      const running = start();
      await clock.pass(60_000);
      expect(running.outcome).toMatchObject({ ok: true });
      expect([builder.customers, foundAsFrench()]).toEqual([1, []]);
    }
  });
});
