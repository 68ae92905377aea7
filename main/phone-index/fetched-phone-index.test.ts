import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import type { PhoneIndexState } from '../../preload/contract/phone-index';
import type { Studio } from '../../preload/contract/studio';
import { FakeTimers } from '../timers-fake';
import { Digests } from './digests';
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
  return { studio: studio.ref, customers: texts.length, isComplete, madeAt: 5, entries };
}

function fileOf(studios: StudioSection[], tag: string, by = pair): FetchedFile {
  const content = indexFileContent({ madeAt: 5, studios }, key);
  return {
    content,
    signature: sign(null, signedMessage(content.digest), by.privateKey).toString('base64'),
    tag,
  };
}

const ofMunich = fileOf([section(munich, { '+4930901820': '1001', '…0901820': '1001' })], 'one');

/** A desk of two studios whose server answers as `source` says. */
function desk(source: IndexFileSource, options: { hours?: number; spreadMinutes?: number } = {}) {
  const timers = new FakeTimers();
  const told: PhoneIndexState[] = [];
  const results: string[] = [];
  const index = new FetchedPhoneIndex({
    source,
    key,
    publicKey,
    studios: () => [munich, ulm],
    onChange: (state) => told.push(state),
    onFetched: (result) => results.push(result),
    spreadMinutes: options.spreadMinutes ?? 0,
    hours: options.hours ?? 8,
    timers,
  });
  const find = (number: string, studios = [munich]) =>
    index.find(
      number,
      studios.map(({ ref }) => ref),
      'DE',
    );
  const states = () => index.state().studios.map(({ state }) => state);
  return { index, timers, told, results, find, states };
}

const found = { exact: [{ studio: munich.ref, id: '1001' }], isComplete: true };

it('finds a number of the file, and says which studios the file has', async () => {
  const { index, timers, find, told } = desk(async () => ofMunich);
  expect(index.state()).toMatchObject({
    mode: 'fetched',
    studios: [{ state: 'missing' }, { state: 'missing' }],
  });
  index.start();
  await timers.pass(1);
  expect(index.state().studios).toEqual([
    { studio: munich.ref, state: 'complete', customers: 2, madeAt: 5 },
    { studio: ulm.ref, state: 'missing', customers: 0 },
  ]);
  expect(told.map(({ studios }) => studios[0]?.state)).toEqual(['running', 'complete']);
  expect(await find('030 / 90 18 20')).toMatchObject(found);
  expect(await find('030 / 90 18 20', [munich, ulm])).toMatchObject({ ...found, isComplete: false });
  expect(await find('030 / 90 18 21')).toEqual({ exact: [], uncertain: [], isComplete: true });
});

it('fetches within the minutes of the policy, and again after its hours by a tenth more or less', async () => {
  const tags: (string | undefined)[] = [];
  const { index, timers } = desk(
    async (tag) => {
      tags.push(tag);
      return tag === 'one' ? 'unchanged' : ofMunich;
    },
    { hours: 8, spreadMinutes: 30 },
  );
  timers.random = () => 0.9;
  index.start();
  await timers.pass(27 * minute - 1);
  expect(tags).toEqual([]);
  await timers.pass(1);
  expect(tags).toEqual([undefined]);
  await timers.pass(8 * 60 * 1.08 * minute - 1);
  expect(tags).toHaveLength(1);
  await timers.pass(1);
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
  const { index, timers, find, results } = desk((...all) => answer(...all));
  index.start();
  await timers.pass(1);
  answer = next;
  index.make();
  await timers.pass(2 * minute);
  expect(results).toEqual(['new', detail]);
  expect(index.state().studios).toEqual([
    expect.objectContaining({ state: 'complete', problem: { kind: 'phoneIndexFile', detail } }),
    expect.objectContaining({ state: 'failed', problem: { kind: 'phoneIndexFile', detail } }),
  ]);
  expect(await find('030 901820')).toMatchObject(found);
  answer = async () => ofMunich;
  await timers.pass(9 * 60 * minute);
  expect(index.state().studios[0]).not.toHaveProperty('problem');
});

it('fetches once more when the file and its signature do not match, as while they are replaced', async () => {
  const answers = [tampered, ofMunich];
  const { index, timers, results, states } = desk(async () => answers.shift() ?? 'unchanged');
  index.make();
  await timers.pass(1);
  expect(states()).toEqual(['running', 'running']);
  await timers.pass(minute);
  expect(results).toEqual(['new']);
});

it('ends a fetch that makes no progress, and one that never ends', async () => {
  for (const progresses of [false, true]) {
    const { index, timers, results } = desk(
      (_tag, signal, onProgress) =>
        new Promise((_, reject) => {
          const beat = () => {
            onProgress();
            if (progresses && !signal.aborted) timers.after(minute / 2, beat);
          };
          beat();
          signal.addEventListener('abort', () => reject(new FileUnavailable(signal.reason.kind)));
        }),
    );
    index.make();
    await timers.pass((progresses ? 29 : 0.9) * minute);
    expect(results).toEqual([]);
    await timers.pass(2 * minute);
    expect(results).toEqual(['timeout']);
  }
});

it('a studio of which the file has a part is searched and not called complete', async () => {
  const part = fileOf([section(munich, { '+4930901820': '1001' }, false)], 'one');
  const { index, timers, find } = desk(async () => part);
  index.make();
  await timers.pass(1);
  expect(index.state().studios[0]).toMatchObject({ state: 'failed', problem: { detail: 'incomplete' } });
  expect(await find('030 901820')).toMatchObject({ ...found, isComplete: false });
});

it('"stop" ends a fetch, whose file is not used, and the next one comes as planned', async () => {
  let finish: (file: FetchedFile) => void = () => undefined;
  const aborted: boolean[] = [];
  const { index, timers, find, results, states } = desk(
    (_tag, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => aborted.push(true));
        finish = resolve;
      }),
  );
  index.make();
  index.stop();
  finish(ofMunich);
  await timers.pass(1);
  expect({ aborted, results, states: states() }).toEqual({
    aborted: [true],
    results: [],
    states: ['missing', 'missing'],
  });
  expect(await find('030 901820')).toMatchObject({ exact: [] });
  await timers.pass(9 * 60 * minute);
  finish(ofMunich);
  await timers.pass(1);
  expect(results).toEqual(['new']);
});

it('"forget" deletes the index, and the next fetch takes the same file again', async () => {
  const { index, timers, find, states } = desk(async (tag) => (tag === 'one' ? 'unchanged' : ofMunich));
  index.make();
  await timers.pass(1);
  index.forget();
  expect(states()).toEqual(['missing', 'missing']);
  expect(await find('030 901820')).toEqual({ exact: [], uncertain: [], isComplete: false });
  index.make();
  await timers.pass(1);
  expect(await find('030 901820')).toMatchObject(found);
});
