import { type CallRecord, recordsKept } from '../../preload/contract/call-record';

/** The last calls, in memory alone; whoever is interested is told of each. */
export class RecentCalls {
  #records: CallRecord[] = [];

  /** @param told of each call as it ends, such as the log and the window */
  constructor(private readonly told: (record: CallRecord) => void) {}

  readonly add = (record: CallRecord): void => {
    this.#records = [...this.#records, record].slice(-recordsKept);
    this.told(record);
  };

  /** Oldest first. */
  recent(): CallRecord[] {
    return this.#records;
  }
}
