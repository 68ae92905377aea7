import type { Booking } from '../../preload/contract/domain';

/**
 * Documented values of `chargeType` that are fees. Not among them is FLAT_FEE, the charge of a flat-rate contract.
 */
const feeTypes: ReadonlySet<string> = new Set([
  'TRANSACTION_FEE',
  'NO_SHOW_FEE',
  'DUNNING_FEE',
  'ADDRESS_INQUIRY_FEE',
  'CHARGED_BACK_FEE',
  'CANCELATION_FEE',
  'CARD_REPLACEMENT_FEE',
]);

/** Whether the API calls a booking a fee. Its description decides nothing, because it is free text. */
export function isFee({ chargeType }: Booking): boolean {
  return chargeType !== undefined && feeTypes.has(chargeType);
}
