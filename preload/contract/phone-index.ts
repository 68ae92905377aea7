import type { Problem } from './problem';
import type { CustomerRef, StudioRef } from './studio';

/** Whether telephone numbers are looked up in an index, and when it is made. `fetched`: it comes ready from the company's own server. */
export const phoneLookupModes = ['off', 'onDemand', 'inBackground'] as const;
export type PhoneLookupMode = (typeof phoneLookupModes)[number];

/** Whose numbers the index has beside those of members, if the policy says so. */
export type PhoneIndexStatus = 'FORMER_MEMBER' | 'PROSPECT';

/** The telephone index of this desktop. SECURITY: the page learns how far it is, never what it contains. */
export interface PhoneIndexState {
  mode: PhoneLookupMode | 'fetched';
  /** One entry for each studio of the desk. */
  studios: StudioIndexState[];
}

export interface StudioIndexState {
  studio: StudioRef;
  /**
   * `missing`: not made; `waiting`: its turn comes; `paused`: goes on by itself after a lookup or a limit of the API; `failed`: stopped
   * by a problem, what was read so far is searched.
   */
  state: 'missing' | 'waiting' | 'running' | 'paused' | 'complete' | 'failed';
  /** Number of customers that were read. */
  customers: number;
  problem?: Problem;
  /** When it was complete, in milliseconds since the epoch. An older index is searched while a new one is made. */
  madeAt?: number;
  /** Present when it is too old for "nobody has this number". It is searched all the same. */
  isOutdated?: true;
}

/** What the index said about a telephone number. Present in the answer to a search by telephone number, unless the index is off. */
export interface PhoneAnswer {
  /** Whether the index of every studio searched is complete: only then may the only customer open automatically. */
  isComplete: boolean;
  /** Number of customers who have the number, when there are too many to be shown: a company's central number. */
  sharedBy?: number;
  /** Present with `sharedBy` when only the last digits match. */
  isUncertain?: true;
}

/** Who is calling, for the banner of a call that waits. */
export interface Caller extends CustomerRef {
  /** As in the list of hits. */
  name?: string;
  /** Number of further customers with the same number. */
  others: number;
  /** Present when somebody else may have the number: only the last digits match, or not every customer was compared. */
  isUncertain?: true;
}

/** A number that too many customers have to name one of them. */
export type SharedNumber = Required<Pick<PhoneAnswer, 'sharedBy'>> & Pick<PhoneAnswer, 'isUncertain'>;

/** A telephone number of a customer, as people write it. */
export interface CustomerPhone {
  /** The number as the API sends it. */
  sent: string;
  /** International format, or as the API sends it where it cannot be read. */
  shown: string;
  /** Digits of the extension, which `shown` then lacks. */
  extension?: string;
  /** Whether main would dial it. */
  canDial: boolean;
}
