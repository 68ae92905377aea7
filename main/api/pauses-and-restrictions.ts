import type { AccessRestriction, Pause } from '../../preload/contract/domain';
import { isRecord } from '../is-record';
import { integerOf, maxWordLength } from './exact-json';

/** Maximum number of entries that are read of a list inside a customer's record. */
const maxEntries = 50;

/** Reads `idlePeriods[]` of a customer. Entries without a start date are dropped, as is a list without entries. */
export function pausesOf(value: unknown): Pause[] | undefined {
  return listOf(value, ({ startDate, endDate, reason, contract, unlimited }) => {
    const start = textOf(startDate);
    if (start === undefined) return undefined;
    const end = unlimited === true ? undefined : textOf(endDate);
    const why = textOf(reason);
    const [contractId, rateName] = isRecord(contract)
      ? [integerOf(contract.id), textOf(contract.rateName)]
      : [undefined, undefined];
    return {
      startDate: start,
      ...(end && { endDate: end }),
      ...(why && { reason: why }),
      ...(contractId && { contractId }),
      ...(rateName && { rateName }),
    };
  });
}

/** Reads `accessRestrictions[]` of a customer. Entries without a reason are dropped, as is a list without entries. */
export function accessRestrictionsOf(value: unknown): AccessRestriction[] | undefined {
  return listOf(value, ({ reason, startDate, endDate }) => {
    const why = textOf(reason);
    if (why === undefined) return undefined;
    const [start, end] = [textOf(startDate), textOf(endDate)];
    return { reason: why, ...(start && { startDate: start }), ...(end && { endDate: end }) };
  });
}

function listOf<T>(value: unknown, read: (entry: Record<string, unknown>) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const known: T[] = [];
  for (const entry of value.slice(0, maxEntries)) {
    const one = isRecord(entry) ? read(entry) : undefined;
    if (one !== undefined) known.push(one);
  }
  return known.length > 0 ? known : undefined;
}

/** A text of the API, cut to its limit; undefined for an empty text and for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, maxWordLength) : undefined;
}
