import type { CustomerId } from '../../preload/contract/domain';
import { type Outcome, succeed } from '../../preload/contract/problem';
import type { AnswerReader } from '../api/answer-reader';
import { type PhoneOwner, phoneOwner, phoneOwnerFilter } from '../api/customer-slices';
import { SliceAnswer } from '../api/slice-answer';
import { type Digest, Digests } from './digests';
import { type Countries, forgetLastMatch, storedTexts } from './indexed-numbers';
import { PhoneEntries } from './phone-entries';

/** What has to be known to read a slice of customers. */
export interface SliceContext {
  /** Number of customers that was asked for. */
  size: number;
  /** ID of the studio whose key was sent; undefined while it is not known. */
  studioId: string | undefined;
  /** ISO codes of the countries of the studio and of the desk. */
  countries: Countries;
}

/** What the telephone index keeps of a slice of customers. Contains no number and no name. */
export interface IndexedSlice {
  /** Number of customers. */
  customers: number;
  /** Number of those without an ID. */
  unidentified: number;
  /** Number of those whose home is another studio, whose own index has them. */
  others: number;
  /** The first customer with an ID. */
  firstId: CustomerId | undefined;
  /** Absent for the last slice. */
  nextOffset: string | undefined;
  /** Of the customers of this studio. */
  entries: PhoneEntries;
}

/** Starts reading an answer to `GET /v1/customers`. */
export type SliceReader = (context: SliceContext) => AnswerReader<IndexedSlice>;

/** Reads slices of customers until it is ended. */
export interface SliceReading {
  read: SliceReader;
  end: () => void;
}

/** Starts reading slices of customers. @param digestKey key of the digests */
export type StartSliceReading = (digestKey: Uint8Array) => SliceReading;

/** Reads an answer to `GET /v1/customers` and digests its telephone numbers. It does not pause, so it blocks its thread. */
export class IndexedSliceAnswer implements AnswerReader<IndexedSlice> {
  // Nothing that the API wrote leaves main from here, except for the offset, which only the API receives.
  readonly #answer = new SliceAnswer(phoneOwner, phoneOwnerFilter, undefined);
  readonly #digests: Digests;

  /** @param digestKey key of the digests */
  constructor(
    private readonly context: SliceContext,
    digestKey: Uint8Array,
  ) {
    this.#digests = new Digests(digestKey);
  }

  take(piece: Buffer): void {
    this.#answer.take(piece);
  }

  end(): Outcome<IndexedSlice> {
    const outcome = this.#answer.end();
    if (!outcome.ok) return outcome;
    const { rows, nextOffset } = outcome.value;
    const owners = rows.filter((row) => row !== undefined);
    const own = owners.filter((owner) => !this.#isOfOther(owner));
    return succeed({
      customers: rows.length,
      unidentified: rows.length - owners.length,
      others: owners.length - own.length,
      firstId: owners[0]?.id,
      nextOffset,
      // SECURITY: an answer with more customers than asked for is refused, and would only cost time here.
      entries: this.#entriesOf(rows.length > this.context.size ? [] : own),
    });
  }

  #isOfOther({ studioId }: PhoneOwner): boolean {
    const own = this.context.studioId;
    return own !== undefined && studioId !== undefined && studioId !== own;
  }

  #entriesOf(owners: readonly PhoneOwner[]): PhoneEntries {
    const [digests, ids]: [Digest[], CustomerId[]] = [[], []];
    for (const { id, phones, country } of owners)
      for (const text of storedTexts(phones, [country, ...this.context.countries])) {
        digests.push(this.#digests.of(text));
        ids.push(id);
      }
    forgetLastMatch();
    return PhoneEntries.of(digests, ids);
  }
}
