import type { Booking } from '../../preload/contract/domain';

/** Documented values of `chargeType` that are fees. */
const fees = [
  'TRANSACTION_FEE',
  'NO_SHOW_FEE',
  'DUNNING_FEE',
  'ADDRESS_INQUIRY_FEE',
  'CHARGED_BACK_FEE',
  'CANCELATION_FEE',
  'CARD_REPLACEMENT_FEE',
];

/** The other documented values. FLAT_FEE is the charge of a flat-rate contract. */
const others = [
  'MEMBERSHIP_CHARGE',
  'BONUS_PERIOD_CHARGE',
  'CONTRACT_IDLE_PERIOD_CHARGE',
  'IDLE_PERIOD_CHARGE',
  'TRIAL_PERIOD_CHARGE',
  'FLAT_FEE',
  'CREDIT',
  'DEBT_CLAIM_REVERSAL',
  'DEBT_CLAIM_REDUCTION',
  'DAMAGE_COMPENSATION',
  'BALANCE_DEBIT',
  'BALANCE_CREDIT',
  'DEBIT_ADJUSTMENT',
  'CREDIT_ADJUSTMENT',
  'CHARGE_DISCOUNT',
  'SALES_DIRECT_DEBIT',
  'SALES_NON_DIRECT_DEBIT',
  'CONSUMPTION_CREDIT_RECHARGE',
  'STARTER_PACKAGE',
  'ADDITIONAL_CHARGE',
  'REFUND_COMPENSATION',
  'BENEFIT_DEBT_CLAIM',
  'DEBT_CLAIM_ABANDONMENT',
  'DEBT_CLAIM_CONVERSION',
  'RETURNED_BOTTLE_DEPOSIT',
];

const feeTypes: ReadonlySet<string> = new Set(fees);
const documentedTypes: ReadonlySet<string> = new Set([...fees, ...others]);

/** Whether the API calls a booking a fee. Its description decides nothing, because it is free text. */
export function isFee({ chargeType }: Booking): boolean {
  return chargeType !== undefined && feeTypes.has(chargeType);
}

/** The type of a charge that is not documented, as sent; undefined for documented ones and without a type. */
export function undocumentedType({ chargeType }: Booking): string | undefined {
  return chargeType !== undefined && documentedTypes.has(chargeType) ? undefined : chargeType;
}
