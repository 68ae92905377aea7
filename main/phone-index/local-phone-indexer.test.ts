import { beforeEach, describe, expect, it } from 'vitest';
import type { StudioIndexState } from '../../preload/contract/phone-index';
import { failure, phoneOf, readHere, settled, TestApi, TestClock, testStudio } from './index-fake';
import { LocalPhoneIndexer } from './local-phone-indexer';
import './indexed-numbers';

const [one, two] = [testStudio('1'), testStudio('2')];
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
let clock: TestClock;
let api: TestApi;
let indexer: LocalPhoneIndexer;

beforeEach(() => {
  clock = new TestClock();
  api = new TestApi();
  api.customers = { [one.ref]: [['11', phoneOf(1)]], [two.ref]: [['22', phoneOf(2)]] };
});

function create(mode: 'onDemand' | 'inBackground', requestsPerMinute = 600): void {
  indexer = new LocalPhoneIndexer(
    {
      mode,
      client: api,
      startReading: readHere,
      also: [],
      region: 'DE',
      requestsPerMinute,
      hours: 8,
      spreadMinutes: 30,
      clock,
      onChange: () => undefined,
    },
    [one, two],
  );
}

const states = (): StudioIndexState['state'][] => indexer.state().studios.map(({ state }) => state);
const find = (digit: number, studios = [one.ref, two.ref]) => indexer.find(phoneOf(digit), studios, 'DE');
const askedStudios = () => api.asked.map(({ studio }) => studio);

describe('on demand', () => {
  beforeEach(() => create('onDemand'));

  it('sends nothing before it is asked', async () => {
    await clock.pass(48 * hourMs);
    expect([api.asked, states()]).toEqual([[], ['missing', 'missing']]);
  });

  it('makes the studios that are asked for and finds their customers', async () => {
    indexer.make([one.ref]);
    await clock.pass(1_000);
    expect(states()).toEqual(['complete', 'missing']);
    expect(await find(1, [one.ref])).toEqual({
      exact: [{ studio: one.ref, id: '11' }],
      uncertain: [],
      isComplete: true,
    });
    expect(await find(1)).toMatchObject({ exact: [{ id: '11' }], isComplete: false });
    expect(await find(2)).toMatchObject({ exact: [], isComplete: false });
    expect(await find(1, [])).toMatchObject({ exact: [], isComplete: false });
  });

  it('finds customers whose number ends alike, but does not count them as exact', async () => {
    indexer.make([one.ref]);
    await clock.pass(1_000);
    expect(await indexer.find('0901821', [one.ref], 'AT')).toMatchObject({
      exact: [],
      uncertain: [{ id: '11' }],
    });
  });

  it('does not make an index again that was just made', async () => {
    indexer.make([one.ref]);
    await clock.pass(1_000);
    indexer.make([one.ref]);
    await clock.pass(minuteMs);
    expect(api.asked).toHaveLength(1);
    await clock.pass(5 * minuteMs);
    indexer.make([one.ref]);
    await clock.pass(minuteMs);
    expect(api.asked).toHaveLength(2);
  });

  it('ignores studios that the desk does not have', async () => {
    indexer.make(['https://evil.example#1']);
    await clock.pass(minuteMs);
    expect(api.asked).toEqual([]);
  });

  it('makes one studio at a time', async () => {
    create('onDemand', 1);
    api.customers[one.ref] = Array.from({ length: 6 }, (_, at) => [String(at), phoneOf(1)]);
    indexer.make([one.ref, two.ref]);
    await clock.pass(1_000);
    expect([states(), askedStudios()]).toEqual([['running', 'waiting'], [one.ref]]);
    await clock.pass(5 * minuteMs);
    expect(states()).toEqual(['complete', 'complete']);
  });
});

describe('stopped', () => {
  beforeEach(async () => {
    create('onDemand', 1);
    api.customers[one.ref] = Array.from({ length: 6 }, (_, at) => [String(at), phoneOf(at)]);
    indexer.make([one.ref, two.ref]);
    await clock.pass(1_000);
    indexer.stop();
    await settled();
  });

  it('sends nothing more and finds what was read', async () => {
    await clock.pass(hourMs);
    expect([api.asked.length, states()]).toEqual([1, ['missing', 'missing']]);
    expect(await find(1)).toMatchObject({ exact: [{ id: '1' }], isComplete: false });
  });

  it('goes on where it stood', async () => {
    indexer.make([one.ref]);
    await clock.pass(5 * minuteMs);
    expect(api.asked.map(({ offset }) => offset)).toEqual([undefined, '2', '4']);
    expect(states()).toEqual(['complete', 'missing']);
  });
});

describe('the old index', () => {
  beforeEach(async () => {
    create('onDemand');
    indexer.make([one.ref]);
    await clock.pass(10 * minuteMs);
    api.customers[one.ref] = [['33', phoneOf(3)]];
  });

  it('is searched until the new one is whole', async () => {
    api.next = [failure({ kind: 'rateLimited', retryAfterSeconds: 60 })];
    indexer.make([one.ref]);
    await clock.pass(1_000);
    expect(states()).toEqual(['paused', 'missing']);
    expect(await find(1, [one.ref])).toMatchObject({ exact: [{ id: '11' }], isComplete: true });
    await clock.pass(2 * minuteMs);
    expect(await find(1, [one.ref])).toMatchObject({ exact: [] });
    expect(await find(3, [one.ref])).toMatchObject({ exact: [{ id: '33' }], isComplete: true });
  });

  it('stays after a failure, which is said', async () => {
    api.next = [failure({ kind: 'forbidden' })];
    indexer.make([one.ref]);
    await clock.pass(1_000);
    expect(indexer.state().studios[0]).toMatchObject({
      state: 'failed',
      problem: { kind: 'forbidden' },
      madeAt: expect.any(Number),
    });
    expect(await find(1, [one.ref])).toMatchObject({ exact: [{ id: '11' }] });
  });
});

describe('an index that is too old for "nobody"', () => {
  const age = () => {
    const { state, isOutdated, madeAt } = indexer.state().studios[0] ?? {};
    return { state, isOutdated, isKnown: madeAt !== undefined };
  };

  it('is one of yesterday that was made on demand', async () => {
    create('onDemand');
    indexer.make([one.ref]);
    await clock.pass(23.9 * hourMs);
    expect(await find(1, [one.ref])).toMatchObject({ isComplete: true });
    expect(age()).toEqual({ state: 'complete', isOutdated: undefined, isKnown: true });
    await clock.pass(0.2 * hourMs);
    expect(await find(1, [one.ref])).toMatchObject({ exact: [{ id: '11' }], isComplete: false });
    expect(age()).toEqual({ state: 'complete', isOutdated: true, isKnown: true });
  });

  it('is one whose repetition failed for three times its hours', async () => {
    create('inBackground');
    await clock.pass(16 * minuteMs);
    api.answer = () => failure({ kind: 'forbidden' });
    await clock.pass(23 * hourMs);
    expect(await find(1, [one.ref])).toMatchObject({ isComplete: true });
    await clock.pass(hourMs);
    expect(await find(1, [one.ref])).toMatchObject({ exact: [{ id: '11' }], isComplete: false });
    expect(age()).toEqual({ state: 'failed', isOutdated: true, isKnown: true });
  });
});

it('after "forget", nothing is found and nothing that was running comes back', async () => {
  create('onDemand');
  indexer.make([one.ref]);
  await clock.pass(1_000);
  indexer.make([two.ref]);
  indexer.forget();
  await clock.pass(hourMs);
  expect([states(), await find(1), await find(2)]).toMatchObject([
    ['missing', 'missing'],
    { exact: [], uncertain: [] },
    { exact: [], uncertain: [] },
  ]);
  indexer.make([one.ref]);
  await clock.pass(1_000);
  expect(await find(1)).toMatchObject({ exact: [{ id: '11' }] });
});

describe('when the studios change', () => {
  beforeEach(async () => {
    create('onDemand');
    indexer.make([one.ref, two.ref]);
    await clock.pass(1_000);
  });

  it('the index of a studio that is gone is deleted, and does not return with it', async () => {
    indexer.studiosChanged([two]);
    expect(await find(1)).toMatchObject({ exact: [] });
    indexer.studiosChanged([one, two]);
    expect([await find(1), await find(2)]).toMatchObject([{ exact: [] }, { exact: [{ id: '22' }] }]);
    expect(states()).toEqual(['missing', 'complete']);
  });

  it('a studio that learned its ID keeps its index', async () => {
    const renamed = { ...testStudio('9'), formerRef: one.ref };
    indexer.studiosChanged([renamed, two]);
    expect(await find(1, [renamed.ref])).toEqual({
      exact: [{ studio: renamed.ref, id: '11' }],
      uncertain: [],
      isComplete: true,
    });
  });

  it('a running index of a studio that is gone ends', async () => {
    create('onDemand', 1);
    api.asked.length = 0;
    api.customers[one.ref] = Array.from({ length: 6 }, (_, at) => [String(at), phoneOf(1)]);
    indexer.make([one.ref]);
    await clock.pass(1_000);
    indexer.studiosChanged([two]);
    await clock.pass(hourMs);
    expect([api.asked.length, states()]).toEqual([1, ['missing']]);
  });
});

describe('in the background', () => {
  it('begins at a random time of the spread', async () => {
    create('inBackground');
    await clock.pass(14.9 * minuteMs);
    expect(api.asked).toEqual([]);
    await clock.pass(minuteMs);
    expect(states()).toEqual(['complete', 'complete']);
  });

  it('makes each index again after the hours, a tenth earlier or later', async () => {
    create('inBackground');
    await clock.pass(16 * minuteMs);
    await clock.pass(7 * hourMs);
    expect(api.asked).toHaveLength(2);
    await clock.pass(1.8 * hourMs);
    expect(askedStudios().sort()).toEqual([one.ref, one.ref, two.ref, two.ref]);
  });

  it('tries a studio that failed again earlier', async () => {
    create('inBackground');
    api.next = [failure({ kind: 'forbidden' })];
    await clock.pass(16 * minuteMs);
    expect(states().toSorted()).toEqual(['complete', 'failed']);
    await clock.pass(1.2 * hourMs);
    expect(states()).toEqual(['complete', 'complete']);
    expect(api.asked).toHaveLength(3);
  });

  it('makes the index of a studio that is added', async () => {
    create('inBackground');
    await clock.pass(16 * minuteMs);
    indexer.studiosChanged([one, two, testStudio('3')]);
    await clock.pass(minuteMs);
    expect(states()).toEqual(['complete', 'complete', 'complete']);
  });

  it('makes the studio first that the agent asks for', async () => {
    create('inBackground', 1);
    api.customers[one.ref] = Array.from({ length: 6 }, (_, at) => [String(at), phoneOf(1)]);
    const three = testStudio('3');
    indexer.studiosChanged([one, two, three]);
    await clock.pass(15.5 * minuteMs);
    indexer.make([three.ref]);
    await clock.pass(20 * minuteMs);
    const order = [...new Set(askedStudios())];
    expect(order.indexOf(three.ref)).toBe(1);
  });
});
