import type { Contract, Pause, TimeSpan } from '../../../preload/contract/domain';
import { addSpan } from '../../format/date';

/** The contracts as they are shown, each with its pauses, and the pauses of no contract that is shown. */
export interface SortedContracts {
  active: Contract[];
  ended: Contract[];
  /** Ones of a status that is not documented. */
  others: Contract[];
  pausesOf: (contract: Contract) => Pause[];
  otherPauses: Pause[];
}

/** Sorts contracts, the latest start first, and gives each the pauses that name it. */
export function sortContracts(contracts: readonly Contract[], pauses: readonly Pause[]): SortedContracts {
  const latest = [...contracts].sort((a, b) => ((a.startDate ?? '') < (b.startDate ?? '') ? 1 : -1));
  const ids = new Set(contracts.map(({ id }) => id));
  return {
    active: latest.filter(({ status }) => status === 'ACTIVE'),
    ended: latest.filter(({ status }) => status === 'INACTIVE'),
    others: latest.filter(({ status }) => status !== 'ACTIVE' && status !== 'INACTIVE'),
    pausesOf: ({ id }) => pauses.filter(({ contractId }) => contractId === id),
    otherPauses: pauses.filter(({ contractId }) => contractId === undefined || !ids.has(contractId)),
  };
}

/** Whether a price that begins after a span of the contract is ahead. Unknown days count as ahead, so that it is shown. */
export function isPriceAhead({ startDate }: Contract, { value, unit }: TimeSpan, day: string): boolean {
  const begins = startDate && addSpan(startDate, Number(value), unit);
  return !begins || begins > day;
}
