import { pick, random } from '../../main/demo/random';
import { munich } from '../fixtures';

const first = ['Anna', 'Edgar', 'Jürgen', 'Maria', 'Sofía', 'Tomasz', 'Ayşe', 'Björn', 'Lena-Marie', 'Zoë'];
const syllables = ['r', 'rg', 'ck', 'nd', 'tt', 'hr', 'll', 'ier', 'mer', 'sch'];
const endings = ['er', 'mann', 'ing', 'sen', 'ów', 'oğlu', 'ez', 'ner', 'ström', 'hold'];
const streets = ['Am Bahnhof', 'Königstraße', 'Calle de Alcalá', 'ulica Długa', 'Drottninggatan'];
const cities = ['Munich', 'Düsseldorf', 'Madrid', 'Kraków', 'Göteborg'];

/**
 * A customer with every field of the API reference (version 1.11.0), about 2 kB of JSON; the same ID gives the same
 * customer.
 *
 * @param prefix beginning of the last name
 */
export function fullCustomer(id: number, prefix: string): object {
  const draw = random(id);
  const two = (below: number) => String(1 + Math.floor(draw() * below)).padStart(2, '0');
  const digits = String(id).padStart(12, '0');
  const firstName = pick(first, draw);
  const lastName = `${prefix}${pick(syllables, draw)}${pick(endings, draw)}`;
  return {
    id,
    status: pick(['MEMBER', 'PROSPECT', 'FORMER_MEMBER'], draw),
    accessRefusal: draw() < 0.04,
    customerNumber: `1-${id}`,
    firstName,
    secondFirstName: pick(first, draw),
    lastName,
    secondLastName: `${pick(syllables, draw)}${pick(endings, draw)}`,
    dateOfBirth: `${1945 + Math.floor(draw() * 62)}-${two(12)}-${two(28)}`,
    email: `customer.${id}@example.com`,
    gender: pick(['MALE', 'FEMALE', 'UNISEX'], draw),
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
    phonePrivate: `+49 30 23125 ${digits.slice(-3)}`,
    phonePrivateMobile: `+49 171 39200 ${digits.slice(-2)}`,
    phoneBusiness: `+49 30 23125 ${digits.slice(-4)}`,
    phoneBusinessMobile: `+49 172 39200 ${digits.slice(-2)}`,
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
    studioId: Number(munich.id),
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

/** Bookings of a period, newest first, one per day. @param sign -1 for past bookings, 1 for upcoming ones */
export function bookings(count: number, sign: 1 | -1): object[] {
  const day = 24 * 60 * 60_000;
  return Array.from({ length: count }, (_, index) => {
    const dueDate = new Date(Date.now() + sign * (index + 1) * day).toISOString().slice(0, 10);
    return {
      id: (sign + 2) * 1_000_000 + index,
      dueDate,
      description: `Membership fee Flex 12, ${sign < 0 ? 'past' : 'upcoming'} ${index}`,
      amount: { amount: -((index % 70) + 0.99), currency: 'EUR' },
      openAmount: { amount: index % 9 === 0 ? 4.5 : 0, currency: 'EUR' },
      installmentPlan: index % 25 === 0,
    };
  });
}
