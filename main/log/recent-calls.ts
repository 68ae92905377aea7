import { type CallRecord, recordsKept } from '../../preload/contract/call-record';

/** The last calls, kept in memory only. */
export class RecentCalls {
  #records: CallRecord[] = [];

  /** @param told called with each call when it ends */
  constructor(private readonly told: (record: CallRecord) => void) {}

  readonly add = (record: CallRecord): void => {
    this.#records = [...this.#records, record].slice(-recordsKept);
    this.told(record);
  };

  /** The calls, oldest first. */
  recent(): CallRecord[] {
    return this.#records;
  }
}
