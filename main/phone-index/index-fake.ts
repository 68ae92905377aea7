import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import type { Studio } from '../../preload/contract/studio';
import type { AnswerReader } from '../api/answer-reader';
import type { PhoneOwner, SliceInput } from '../api/customer-slices';
import type { Slice } from '../api/schemas';
import type { Clock } from './clock';
import { IndexedSliceAnswer, type StartSliceReading } from './indexed-slice';

/** A clock for tests: time passes only as `pass` says, and each sleep ends at its time. */
export class TestClock implements Clock {
  time = 1_000_000;
  chance = 0.5;
  #sleeps: { until: number; wake: () => void }[] = [];

  now = () => this.time;
  random = () => this.chance;

  sleep = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) return resolve();
      const wake = () => {
        this.#sleeps = this.#sleeps.filter((each) => each !== sleep);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const sleep = { until: this.time + ms, wake };
      this.#sleeps.push(sleep);
      signal.addEventListener('abort', wake);
    });

  /** Lets time pass, from sleep to sleep, with the work between them. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    await settled();
    for (;;) {
      const next = this.#sleeps.toSorted((a, b) => a.until - b.until)[0];
      if (!next || next.until > end) break;
      this.time = Math.max(this.time, next.until);
      next.wake();
      await settled();
    }
    this.time = end;
  }
}

/** Lets work go on until nothing but time is waited for. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

type Answer = Outcome<Slice<PhoneOwner | undefined>>;

/** An API for tests that answers with slices of two customers. */
export class TestApi {
  readonly asked: (SliceInput & { studio: string })[] = [];
  /** Customers by studio and status; ID and number. */
  customers: Record<string, [id: string, phone: string][]> = {};
  /** Answers in place of the next ones. */
  next: (Answer | undefined)[] = [];
  /** Replaces every answer. */
  answer: ((input: SliceInput) => Answer) | undefined;
  country: Outcome<string | undefined> = fail({ kind: 'forbidden' });
  /** Answers about the country in place of the next ones. */
  nextCountries: Outcome<string | undefined>[] = [];

  studioCountry = async () => this.nextCountries.shift() ?? this.country;

  customerSlice = async <T>(
    studio: string,
    input: SliceInput,
    reader: () => AnswerReader<T>,
    signal: AbortSignal,
  ): Promise<Outcome<T>> => {
    this.asked.push({ ...input, studio });
    await new Promise(setImmediate);
    if (signal.aborted) return fail({ kind: 'cancelled' });
    const answer = this.next.shift() ?? this.answer?.(input) ?? this.#slice(studio, input);
    if (!answer.ok) return answer;
    const reading = reader();
    reading.take(bodyOf(answer.value));
    return reading.end();
  };

  #slice(studio: string, { status, offset = '0' }: SliceInput): Answer {
    const all = this.customers[status === 'MEMBER' ? studio : `${studio} ${status}`] ?? [];
    const from = Number(offset);
    const rows = all.slice(from, from + 2).map(([id, phone]) => ({ id, phones: [phone] }));
    return succeed({ rows, ...(from + 2 < all.length && { nextOffset: String(from + 2) }) });
  }
}

/** The body of an answer of the API. */
function bodyOf({ rows, nextOffset }: Slice<PhoneOwner | undefined>): Buffer {
  const result = rows.map((row) => {
    const [phonePrivate, phoneBusiness] = row?.phones ?? [];
    return { ...row, phonePrivate, phoneBusiness };
  });
  const text = JSON.stringify({ result, hasNext: nextOffset !== undefined, offset: nextOffset });
  // The API sends IDs as numbers.
  return Buffer.from(text.replaceAll(/"(id|studioId)":"(\d+)"/g, '"$1":$2'));
}

/** Reads slices in this thread. */
export const readHere: StartSliceReading = (digestKey) => ({
  read: (context) => new IndexedSliceAnswer(context, digestKey),
  end: () => undefined,
});

export const failure = (problem: Problem): Outcome<never> => fail(problem);

export function testStudio(id: string): Studio {
  const address = 'https://api.example';
  return { ref: `${address}#${id}`, address, id, name: `Studio ${id}` };
}

/** The number of a customer, by a digit. */
export const phoneOf = (digit: number): string => `030 90182${digit}`;
