import type { Contract, Pause, TimeSpan } from '../../../preload/contract/domain';
import { addSpan } from '../../format/date';

/** The contracts as they are shown, each with its pauses, and the pauses of no contract that is shown. */
export interface SortedContracts {
  active: Contract[];
  ended: Contract[];
  /** Inactive ones that have not begun, and ones of a status that is not documented. */
  others: Contract[];
  pausesOf: (contract: Contract) => Pause[];
  otherPauses: Pause[];
}

/** Sorts contracts, the latest start first, and gives each the pauses that name it. */
export function sortContracts(
  contracts: readonly Contract[],
  pauses: readonly Pause[],
  day: string,
): SortedContracts {
  // An ID that comes twice would be drawn twice at the next refresh.
  const each = [...new Map(contracts.map((contract) => [contract.id, contract])).values()];
  const latest = each.sort((a, b) => (b.startDate ?? '').localeCompare(a.startDate ?? ''));
  // The API does not say what INACTIVE means for a contract that has not begun.
  const isEnded = ({ status, startDate = '' }: Contract) => status === 'INACTIVE' && startDate <= day;
  const ids = new Set(contracts.map(({ id }) => id));
  return {
    active: latest.filter(({ status }) => status === 'ACTIVE'),
    ended: latest.filter(isEnded),
    others: latest.filter((other) => other.status !== 'ACTIVE' && !isEnded(other)),
    pausesOf: ({ id }) => pauses.filter(({ contractId }) => contractId === id),
    otherPauses: pauses.filter(({ contractId }) => contractId === undefined || !ids.has(contractId)),
  };
}

/** Whether a price that begins after a span of the contract is ahead. Unknown days count as ahead, so that it is shown. */
export function isPriceAhead(
  { startDate }: Pick<Contract, 'startDate'>,
  { value, unit }: TimeSpan,
  day: string,
): boolean {
  const begins = startDate && addSpan(startDate, Number(value), unit);
  return !begins || begins > day;
}
