import type { PhoneIndexState } from '../../preload/contract/phone-index';
import type { CustomerRef, Studio, StudioRef } from '../../preload/contract/studio';

/** A customer in the index. */
export interface IndexMatch extends CustomerRef {
  /** ISO code of the studio's country, in whose form a number without country code is read. */
  country?: string;
}

/** Customers whose telephone number may be the one that was asked for. SECURITY: a match counts only after the API has confirmed it. */
export interface IndexMatches {
  /** The whole number matches. */
  exact: IndexMatch[];
  /** Only the last digits match. */
  uncertain: IndexMatch[];
  /** Whether the index of every studio asked for is complete. */
  isComplete: boolean;
}

/** The telephone index of this desktop, however it is made. */
export interface PhoneIndexer {
  state(): PhoneIndexState;
  /** Makes the index of these studios, one after the other. */
  make(studios: readonly StudioRef[]): void;
  /** Stops making it. What is there stays and is searched. */
  stop(): void;
  /** Deletes the index and the key of its digests. */
  forget(): void;
  /** A lookup began: making the index pauses. */
  lookupBegan(): void;
  /** The studios of the desk changed: the index of a studio that is gone is deleted. */
  studiosChanged(studios: readonly Studio[]): void;
  /** @param region ISO code of the country in whose form a number without country code is read */
  find(number: string, studios: readonly StudioRef[], region: string | undefined): Promise<IndexMatches>;
}

/** The index where the policy has it off. */
export const noPhoneIndex: PhoneIndexer = {
  state: () => ({ mode: 'off', studios: [] }),
  make: () => undefined,
  stop: () => undefined,
  forget: () => undefined,
  lookupBegan: () => undefined,
  studiosChanged: () => undefined,
  find: async () => ({ exact: [], uncertain: [], isComplete: false }),
};
