import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { AnswerReader } from '../../main/api/answer-reader';
import { maxSliceSize, type SliceInput } from '../../main/api/customer-slices';
import { type Digest, Digests } from '../../main/phone-index/digests';
import { GrowingEntries } from '../../main/phone-index/growing-entries';
import { IndexBuilder } from '../../main/phone-index/index-builder';
import { IndexedSliceAnswer } from '../../main/phone-index/indexed-slice';
import { PhoneEntries } from '../../main/phone-index/phone-entries';
import { type Outcome, succeed } from '../../preload/contract/problem';

/** Size of a chunk that arrives at once, in bytes. */
const piece = 64 * 1024;

/** Entries of one slice: 500 customers with two numbers and two texts each. */
const entriesOfSlice = 2_000;

/**
 * Watches for how long work keeps other events waiting, by the clock and by the time of the processor, and how much
 * memory the arrays take at most.
 */
class Blocks {
  blockMs = 0;
  blockCpuMs = 0;
  peakBytes = 0;
  readonly #before = process.memoryUsage().arrayBuffers;
  #isOn = true;

  constructor() {
    void this.#watch();
  }

  async #watch(): Promise<void> {
    while (this.#isOn) {
      const [began, cpu] = [performance.now(), process.cpuUsage()];
      await setImmediate();
      const { user, system } = process.cpuUsage(cpu);
      this.blockMs = Math.max(this.blockMs, performance.now() - began);
      this.blockCpuMs = Math.max(this.blockCpuMs, (user + system) / 1_000);
      this.peakBytes = Math.max(this.peakBytes, process.memoryUsage().arrayBuffers - this.#before);
    }
  }

  end(): Pick<Blocks, 'blockMs' | 'blockCpuMs' | 'peakBytes'> {
    this.#isOn = false;
    return { blockMs: this.blockMs, blockCpuMs: this.blockCpuMs, peakBytes: this.peakBytes };
  }
}

/** A record with the fields that customers of a studio have, about 1.5 kB. */
function record(id: number): object {
  const digits = String(id).padStart(7, '0');
  return {
    id,
    status: 'MEMBER',
    accessRefusal: false,
    customerNumber: `1-${id}`,
    firstName: 'Edgar',
    lastName: 'Bullock',
    dateOfBirth: '1952-05-04',
    email: `customer.${id}@example.com`,
    street: 'Am Bahnhof',
    houseNumber: '89',
    zipCode: '12133',
    city: 'Munich',
    country: 'DE',
    imageUrl: `https://images.example.invalid/${digits.repeat(20)}`,
    phonePrivate: `+49 30 2${digits}`,
    ...(id % 2 === 0 && { phonePrivateMobile: `0171 ${digits}` }),
    ...(id % 10 === 0 && { phoneBusiness: `0049 (0)89/5${digits}` }),
    bankAccount: {
      accountHolder: 'Edgar Bullock',
      iban: 'DE00000000000000000000',
      bankName: 'Bank of Nowhere',
    },
    accessMediums: Array.from({ length: 4 }, (_, at) => ({
      id: at,
      type: 'BARCODE',
      value: digits.repeat(4),
    })),
    additionalInformationFieldAssignments: Array.from({ length: 6 }, (_, at) => ({
      additionalInformationFieldId: at,
      value: 'Prefers the morning and the machines near the window',
    })),
    studioId: 7,
  };
}

/** Makes the index of a studio from answers in memory, without network and pauses. */
async function measureStudio(customers: number) {
  const slices = Array.from({ length: customers / maxSliceSize }, (_, at) => {
    const result = Array.from({ length: maxSliceSize }, (_, index) => record(at * maxSliceSize + index));
    const hasNext = (at + 1) * maxSliceSize < customers;
    return Buffer.from(JSON.stringify({ result, hasNext, offset: String(at + 1) }));
  });
  const builder = new IndexBuilder(
    { ref: 'https://api.example#7', address: 'https://api.example', id: '7', name: 'Measured' },
    {
      client: {
        studioCountry: async () => succeed('DE'),
        customerSlice: (_, input, reader) => answer(slices, input, reader()),
      },
      pace: { turn: async () => undefined, afterFailure: async () => undefined },
      digests: new Digests(randomBytes(32)),
      // In this thread, so that its processor time is counted; the app has another thread do it.
      startReading: (key) => ({
        read: (context) => new IndexedSliceAnswer(context, key),
        end: () => undefined,
      }),
      also: [],
      region: 'DE',
      onChange: () => undefined,
    },
    0,
  );
  const cpu = process.cpuUsage();
  const outcome = await builder.run(new AbortController().signal);
  const { user, system } = process.cpuUsage(cpu);
  if (!outcome.ok) throw new Error(outcome.problem.detail);
  return {
    customers: builder.customers,
    requests: slices.length,
    bytes: slices.reduce((sum, { length }) => sum + length, 0),
    entries: outcome.value.entries.count,
    cpuSeconds: (user + system) / 1e6,
  };
}

async function answer<T>(
  slices: readonly Buffer[],
  { offset = '0' }: SliceInput,
  reader: AnswerReader<T>,
): Promise<Outcome<T>> {
  const body = slices[Number(offset)] ?? Buffer.alloc(0);
  // An answer of the network begins in a turn of its own.
  await setImmediate();
  for (let at = 0; at < body.length; at += piece) reader.take(body.subarray(at, at + piece));
  return reader.end();
}

/** Merges random entries, slice by slice. */
async function measureMemory(count: number) {
  const word = () => Math.floor(Math.random() * 2 ** 32);
  const entries = new GrowingEntries();
  const blocks = new Blocks();
  let last: Digest = { high: 0, low: 0 };
  for (let at = 0; at < count; at += entriesOfSlice) {
    const digests = Array.from({ length: entriesOfSlice }, () => ({ high: word(), low: word() }));
    const ids = digests.map((_, index) => String(1_000_000_000 + at + index));
    last = digests[0] ?? last;
    await setImmediate();
    await entries.add(PhoneEntries.of(digests, ids));
  }
  const whole = await entries.whole();
  const block = blocks.end();
  const began = performance.now();
  for (let run = 0; run < 1_000; run += 1) whole.find(last);
  const findMs = (performance.now() - began) / 1_000;
  return { ...block, entries: whole.count, bytes: whole.toBytes().length, findMs };
}

// Here, because the module runner of Vite loads the rules of all countries only while it imports this module.
export const studio = await measureStudio(20_000);
export const million = await measureMemory(1_000_000);
