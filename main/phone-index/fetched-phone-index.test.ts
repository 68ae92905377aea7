import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Studio } from '../../preload/contract/studio';
import { Digests } from './digests';
import { FakeClock } from './fake-clock';
import { FetchedPhoneIndex } from './fetched-phone-index';
import { indexFileContent, type StudioSection, signedMessage } from './index-file';
import { type FetchedFile, FileUnavailable, type IndexFileSource } from './index-file-source';
import { PhoneEntries } from './phone-entries';

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const key = Buffer.alloc(32, 7);
const digests = new Digests(key);

const studioOf = (id: string): Studio => ({
  ref: `https://a.example#${id}`,
  address: 'https://a.example',
  id,
  name: id,
});
const [munich, ulm] = [studioOf('1'), studioOf('2')];
const minute = 60_000;

function section(studio: Studio, numbers: Record<string, string>, isComplete = true): StudioSection {
  const texts = Object.keys(numbers).map((text) => digests.of(text));
  const entries = PhoneEntries.of(texts, Object.values(numbers)).toBytes();
  return { studio: studio.ref, customers: texts.length, isComplete, madeAt: 5, country: 'DE', entries };
}

function fileOf(studios: StudioSection[], tag: string, by = pair, madeAt = 5): FetchedFile {
  const content = indexFileContent({ madeAt, studios }, key);
  return {
    content,
    signature: sign(null, signedMessage(content.digest), by.privateKey).toString('base64'),
    tag,
  };
}

const ofMunich = fileOf([section(munich, { '+4930901820': '1001', '…0901820': '1001' })], 'one');

/** A desk of two studios whose server answers as `source` says. It fetches when a minute has passed. */
function desk(source: IndexFileSource, random = () => 0.5) {
  const clock = new FakeClock();
  clock.random = random;
  const told: string[] = [];
  const results: string[] = [];
  const index: FetchedPhoneIndex = new FetchedPhoneIndex(
    {
      source,
      key,
      publicKey,
      spreadMinutes: 2,
      hours: 8,
      clock,
      onChange: () => told.push(index.state().studios[0]?.state ?? ''),
      onFetched: (result) => results.push(result),
    },
    [munich, ulm],
  );
  const find = (number: string, studios = [munich]) =>
    index.find(
      number,
      studios.map(({ ref }) => ref),
      'AT',
    );
  const states = () => index.state().studios.map(({ state }) => state);
  return { index, clock, told, results, find, states };
}

const found = { exact: [{ studio: munich.ref, id: '1001' }], isComplete: true };

it('finds a number of the file, and says which studios the file has', async () => {
  const { index, clock, find, told } = desk(async () => ofMunich);
  expect(index.state()).toMatchObject({
    mode: 'fetched',
    studios: [{ state: 'missing' }, { state: 'missing' }],
  });
  await clock.pass(minute);
  expect(index.state().studios).toEqual([
    { studio: munich.ref, state: 'complete', customers: 2, madeAt: 5 },
    { studio: ulm.ref, state: 'missing', customers: 0 },
  ]);
  expect(told).toEqual(['running', 'complete']);
  expect(await find('030 / 90 18 20')).toMatchObject(found);
  expect(await find('030 / 90 18 20', [munich, ulm])).toMatchObject({ ...found, isComplete: false });
  expect(await find('030 / 90 18 21')).toEqual({ exact: [], uncertain: [], isComplete: true });
});

it('fetches within the minutes of the policy, and again after its hours by a tenth more or less', async () => {
  const tags: (string | undefined)[] = [];
  const { index, clock } = desk(
    async (tag) => {
      tags.push(tag);
      return tag === 'one' ? 'unchanged' : ofMunich;
    },
    () => 0.9,
  );
  await clock.pass(1.8 * minute - 1);
  expect(tags).toEqual([]);
  await clock.pass(1);
  expect(tags).toEqual([undefined]);
  await clock.pass(8 * 60 * 1.08 * minute - 1_000);
  expect(tags).toHaveLength(1);
  await clock.pass(2_000);
  expect(tags).toEqual([undefined, 'one']);
  expect(index.state().studios[0]).toMatchObject({ state: 'complete' });
});

const tampered = {
  ...fileOf([section(munich, { '+4930901820': '6666' })], 'two'),
  signature: ofMunich.signature,
};
const other = fileOf([section(munich, { '+4930901820': '6666' })], 'two', generateKeyPairSync('ed25519'));
const unsorted = fileOf(
  [{ ...section(munich, {}), entries: Uint8Array.from({ length: 32 }, (_, at) => 255 - at) }],
  'two',
);

it.each([
  ['a changed file', async () => tampered, 'notSigned'],
  ['a file that another key signed', async () => other, 'notSigned'],
  ['entries that are not sorted', async () => unsorted, 'malformed'],
  ['no file', () => Promise.reject(new FileUnavailable('HTTP 404')), 'HTTP 404'],
  ['an error that nobody expected', () => Promise.reject(new Error('CANARY')), 'internal'],
])('keeps the last usable file after %s, and says why', async (_, next, detail) => {
  let answer: IndexFileSource = async () => ofMunich;
  const { index, clock, find, results } = desk((...all) => answer(...all));
  await clock.pass(minute);
  answer = next;
  index.make();
  await clock.pass(2 * minute);
  expect(results).toEqual(['new', detail]);
  expect(index.state().studios).toEqual([
    expect.objectContaining({ state: 'complete', problem: { kind: 'phoneIndexFile', detail } }),
    expect.objectContaining({ state: 'failed', problem: { kind: 'phoneIndexFile', detail } }),
  ]);
  expect(await find('030 901820')).toMatchObject(found);
  answer = async () => ofMunich;
  await clock.pass(9 * 60 * minute);
  expect(index.state().studios[0]).not.toHaveProperty('problem');
});

it('fetches once more when the file and its signature do not match, as while they are replaced', async () => {
  const answers = [tampered, ofMunich];
  const { index, clock, results, states } = desk(async () => answers.shift() ?? 'unchanged');
  index.make();
  await clock.pass(0);
  expect(states()).toEqual(['running', 'running']);
  await clock.pass(minute / 2);
  expect(results).toEqual(['new']);
});

it.each([
  ['makes no progress', false, 1],
  ['never ends', true, 30],
])('ends a fetch that %s', async (_, progresses, minutes) => {
  const { index, clock, results } = desk(
    (_tag, signal, onProgress) =>
      new Promise((_, reject) => {
        const beat = async () => {
          while (progresses && !signal.aborted) {
            onProgress();
            await clock.sleep(minute / 3, signal);
          }
        };
        void beat();
        signal.addEventListener('abort', () => reject(new FileUnavailable(signal.reason.kind)));
      }),
  );
  index.make();
  await clock.pass(minutes * minute - 1);
  expect(results).toEqual([]);
  await clock.pass(1);
  expect(results).toEqual(['timeout']);
});

it('a studio of which the file has a part is searched and not called complete', async () => {
  const part = fileOf([section(munich, { '+4930901820': '1001' }, false)], 'one');
  const { index, clock, find } = desk(async () => part);
  index.make();
  await clock.pass(0);
  expect(index.state().studios[0]).toMatchObject({ state: 'failed', problem: { detail: 'incomplete' } });
  expect(await find('030 901820')).toMatchObject({ ...found, isComplete: false });
});

it('"stop" ends a fetch, whose file is not used, and the next one comes as planned', async () => {
  let finish: (file: FetchedFile) => void = () => undefined;
  const aborted: boolean[] = [];
  const { index, clock, find, results, states } = desk(
    (_tag, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => aborted.push(true));
        finish = resolve;
      }),
  );
  index.make();
  index.stop();
  finish(ofMunich);
  await clock.pass(0);
  expect({ aborted, results, states: states() }).toEqual({
    aborted: [true],
    results: [],
    states: ['missing', 'missing'],
  });
  expect(await find('030 901820')).toMatchObject({ exact: [] });
  await clock.pass(minute);
  finish(ofMunich);
  await clock.pass(0);
  expect(results).toEqual(['new']);
});

it('"forget" deletes the index, and the next fetch takes the same file again', async () => {
  let fails = false;
  const { index, clock, find, states } = desk(async (tag) => {
    if (fails) throw new FileUnavailable('HTTP 500');
    return tag === 'one' ? 'unchanged' : ofMunich;
  });
  index.make();
  await clock.pass(0);
  fails = true;
  index.make();
  await clock.pass(minute);
  fails = false;
  index.forget();
  expect(states()).toEqual(['missing', 'missing']);
  expect(await find('030 901820')).toEqual({ exact: [], uncertain: [], isComplete: false });
  index.make();
  await clock.pass(minute);
  expect(await find('030 901820')).toMatchObject(found);
});

it('fetches once a minute at most, as often as the page deletes and fetches', async () => {
  const { index, clock, states, results } = desk(async () => ofMunich);
  for (let times = 0; times < 59; times += 1) {
    index.forget();
    index.make();
    await clock.pass(minute / 30);
  }
  expect(states()).toEqual(['waiting', 'waiting']);
  expect(results).toEqual(['new', 'new']);
  index.stop();
  expect(states()).toEqual(['missing', 'missing']);
  await clock.pass(10 * minute);
  expect(results).toHaveLength(2);
});

it('refuses a file that is older than the one in use, which somebody may have put back', async () => {
  const older = fileOf([section(munich, {})], 'old', pair, 4);
  let answer = ofMunich;
  const { index, clock, find, results } = desk(async () => answer);
  await clock.pass(minute);
  answer = older;
  index.make();
  await clock.pass(minute);
  expect(index.state().studios[0]).toMatchObject({ state: 'complete', problem: { detail: 'older' } });
  expect(await find('030 901820')).toMatchObject(found);
  // Nor is it taken after the index was deleted.
  index.forget();
  index.make();
  await clock.pass(minute);
  expect(results).toEqual(['new', 'older', 'older']);
});

it('a file that could not be replaced for three times the hours is searched and not called complete', async () => {
  let fails = false;
  const { index, clock, find } = desk(async () => {
    if (fails) throw new FileUnavailable('HTTP 500');
    return ofMunich;
  });
  await clock.pass(minute);
  fails = true;
  await clock.pass(24 * 60 * minute - 2 * minute);
  expect(await find('030 901820')).toMatchObject(found);
  await clock.pass(2 * minute);
  expect(await find('030 901820')).toMatchObject({ ...found, isComplete: false });
  expect(index.state().studios[0]).toMatchObject({ state: 'complete', madeAt: 5, isOutdated: true });
});

it('a studio that is removed is deleted from the memory, and fetched again when it comes back', async () => {
  const tags: (string | undefined)[] = [];
  const { index, clock, find } = desk(async (tag) => {
    tags.push(tag);
    return ofMunich;
  });
  const { bytes } = ofMunich.content;
  const before = Uint8Array.from(bytes);
  await clock.pass(minute);
  index.studiosChanged([ulm]);
  expect(index.state().studios.map(({ studio }) => studio)).toEqual([ulm.ref]);
  expect(Buffer.from(bytes.subarray(-32))).toEqual(Buffer.alloc(32));
  bytes.set(before);
  index.studiosChanged([munich, ulm]);
  expect(await find('030 901820')).toMatchObject({ exact: [], isComplete: false });
  await clock.pass(minute);
  expect(tags).toEqual([undefined, undefined]);
  expect(await find('030 901820')).toMatchObject(found);
});

it('a studio that is removed and comes back during a fetch is fetched too', async () => {
  let finish: () => void = () => undefined;
  const { index, clock, find } = desk(async (tag) => {
    if (tag === undefined) return fileOf([section(munich, { '+4930901820': '1001' })], 'one');
    await new Promise<void>((done) => {
      finish = done;
    });
    return 'unchanged';
  });
  await clock.pass(minute);
  index.make();
  await clock.pass(minute);
  index.studiosChanged([ulm]);
  index.studiosChanged([munich, ulm]);
  finish();
  await clock.pass(0);
  expect(await find('030 901820')).toMatchObject(found);
});

it('a studio that is new is looked for in the file, once the first fetch has begun', async () => {
  const tags: (string | undefined)[] = [];
  const { index, clock } = desk(async (tag) => {
    tags.push(tag);
    return tag === 'one' ? 'unchanged' : ofMunich;
  });
  index.studiosChanged([munich, ulm, studioOf('3')]);
  await clock.pass(minute - 1);
  expect(tags).toEqual([]);
  await clock.pass(1);
  index.studiosChanged([munich, ulm, studioOf('3'), studioOf('4')]);
  await clock.pass(minute);
  expect(tags).toEqual([undefined, 'one']);
});
