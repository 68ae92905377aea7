import type { CustomerRecord } from './api-records';
import { studioIdOf } from './chains';
import { Digits } from './json';

/** Fields of every record: ID, studio, and the API's own data about the record. */
export function identified(id: string | number, studioNumber: number) {
  const digits = String(id).padStart(12, '0').slice(-12);
  return {
    id: new Digits(String(id)),
    studioId: studioIdOf(studioNumber),
    uuid: `a0eebc99-9c0b-4ef8-bb6d-${digits}`,
    referralCode: `REF${digits.slice(-6)}`,
    thirdPartyId: `crm-${id}`,
    imageUrl: `https://images.example.invalid/${id}.jpg?expires=900`,
    createdDateTime: '2022-06-15T23:59:59.999+02:00[Europe/Berlin]',
    additionalInformationFieldAssignments: [
      { additionalInformationFieldId: 7, value: 'Knee surgery in spring' },
    ],
  } satisfies Partial<CustomerRecord>;
}

/**
 * Data that a support agent must never see, so that tests can check that the app drops it. It is derived from the ID;
 * the check digits 00 make every IBAN invalid.
 */
export function secrets(id: string, holder: string) {
  const digits = id.padStart(10, '0');
  return {
    bankAccount: {
      accountHolder: holder,
      bankName: 'Bank of Nowhere',
      bic: 'NOWHDEXXXXX',
      iban: `DE0000000000${digits.slice(-10)}`,
    },
    cardNumbers: [`77${digits}`],
    accessMediums: [
      { id: 1, type: 'CARD_NUMBER', value: `77${digits}` },
      { id: 2, type: 'BARCODE', value: `40${digits}` },
      { id: 3, type: 'PIN', value: `9${id.length <= 4 ? id.padStart(4, '0') : id.slice(-6)}` },
      { id: 4, type: 'WALLET_PASS', value: `wallet-${digits}` },
    ],
  } satisfies Partial<CustomerRecord>;
}
