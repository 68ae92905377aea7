import type { CustomerRecord } from './api-records';
import { Digits } from './json';
import { pick, random } from './random';

const first = ['Anna', 'Edgar', 'Jürgen', 'Maria', 'Sofía', 'Tomasz', 'Ayşe', 'Björn', 'Lena-Marie', 'Zoë'];
const syllables = ['r', 'rg', 'ck', 'nd', 'tt', 'hr', 'll', 'ier', 'mer', 'sch'];
const endings = ['er', 'mann', 'ing', 'sen', 'ów', 'oğlu', 'ez', 'ner', 'ström', 'hold'];
const streets = ['Am Bahnhof', 'Königstraße', 'Calle de Alcalá', 'ulica Długa', 'Drottninggatan'];
const cities = ['Munich', 'Düsseldorf', 'Madrid', 'Kraków', 'Göteborg'];

/**
 * A customer with every field of the API reference (version 1.11.0), about 2 kB of JSON. The same ID gives the same
 * customer, with telephone numbers of nobody else.
 *
 * @param prefix beginning of the last name
 */
export function fullRecord(id: number, prefix: string, studioId: number): CustomerRecord {
  const draw = random(id);
  const two = (below: number) => String(1 + Math.floor(draw() * below)).padStart(2, '0');
  const digits = String(id).padStart(12, '0');
  const five = digits.slice(-5);
  const firstName = pick(first, draw);
  const lastName = `${prefix}${pick(syllables, draw)}${pick(endings, draw)}`;
  return {
    id: new Digits(String(id)),
    status: pick(['MEMBER', 'PROSPECT', 'FORMER_MEMBER'], draw),
    accessRefusal: draw() < 0.04,
    customerNumber: `1-${id}`,
    firstName,
    secondFirstName: pick(first, draw),
    lastName,
    secondLastName: `${pick(syllables, draw)}${pick(endings, draw)}`,
    dateOfBirth: `${1945 + Math.floor(draw() * 62)}-${two(12)}-${two(28)}`,
    email: `customer.${id}@example.com`,
    gender: pick(['MALE', 'FEMALE', 'UNISEX'] as const, draw),
    street: pick(streets, draw),
    houseNumber: two(120),
    zipCode: digits.slice(-5),
    city: pick(cities, draw),
    country: 'DE',
    secondStreet: 'Rear building',
    cityPart: 'Old Town',
    district: 'Centre',
    streetType: 'Street',
    streetBlock: two(9),
    portal: two(9),
    stairway: two(9),
    door: two(40),
    province: 'Bavaria',
    additionalAddressInformation: 'c/o the caretaker, second courtyard',
    floor: two(9),
    buildingName: 'Building of the north',
    imageUrl: `https://images.example.invalid/studios/1/customers/${id}.jpg?expires=900&signature=${digits}${digits}`,
    // Longer numbers of blocks that the German regulator reserves for films: enough for everybody, and nobody has them.
    phonePrivate: `+49 30 23125 ${five}`,
    phonePrivateMobile: `069/90009-${five}`,
    phoneBusiness: `0049 (0)40 66969${five}`,
    phoneBusinessMobile: `(089) 99998 ${five}`,
    idlePeriods: [
      {
        id: id + 1,
        startDate: '2026-07-01',
        endDate: '2026-07-31',
        reason: 'Holiday',
        contract: { id: id + 2, rateName: 'Flex 12' },
        unlimited: false,
      },
    ],
    bankAccount: {
      accountHolder: `${firstName} ${lastName}`,
      bankName: 'Bank of Nowhere',
      bic: 'NOWHDEXXXXX',
      iban: `DE0000000000${digits.slice(-10)}`,
    },
    accessRestrictions: [{ reason: 'Invoice unpaid', startDate: '2026-02-01', endDate: '2026-03-01' }],
    uuid: `a0eebc99-9c0b-4ef8-bb6d-${digits}`,
    referralCode: `REF${digits.slice(-6)}`,
    studioId,
    preferredLanguage: { languageCode: 'de', countryCode: 'DE' },
    additionalInformationFieldAssignments: [
      { additionalInformationFieldId: 7, value: 'Knee surgery in spring' },
      { additionalInformationFieldId: 8, value: 'Prefers the morning' },
    ],
    thirdPartyId: `crm-${id}`,
    createdDateTime: '2022-06-15T23:59:59.999+02:00[Europe/Berlin]',
    accessMediums: [
      { id: 1, type: 'CARD_NUMBER', value: `77${digits}` },
      { id: 2, type: 'BARCODE', value: `40${digits}` },
      { id: 3, type: 'PIN', value: `9${digits.slice(-4)}` },
      { id: 4, type: 'WALLET_PASS', value: `wallet-${digits}` },
    ],
    cardNumbers: [`77${digits}`],
  };
}
