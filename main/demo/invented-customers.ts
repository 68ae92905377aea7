import type { CustomerRecord, DemoCustomer } from './api-records';
import { employ, inventPhones, landlineOf } from './invented-phones';
import { Digits } from './json';
import { identified, secrets } from './personal-data';
import { pick, random } from './random';
import { german, nordic, polish, type Region, spanish, turkish } from './regional-names';

const regions: readonly Region[] = [german, spanish, polish, turkish, nordic];
const ordinary = 320;
const firstId = 2001;

/** Offset between the IDs of the second studio and those of the first. */
const idsPerStudio = 100_000;

/**
 * The invented customers of a studio. The same number gives the same customers, because it seeds the random
 * numbers.
 */
export function inventCustomers(studioNumber: number, count = ordinary): DemoCustomer[] {
  const draw = random(studioNumber);
  const people = Array.from({ length: count }, (_, index) => {
    const region = regions[index % regions.length] ?? german;
    return invent(firstId + index + (studioNumber - 1) * idsPerStudio, index, studioNumber, region, draw);
  });
  if (studioNumber === 1) employ(people.map(({ record }) => record));
  return people;
}

function invent(
  id: number,
  index: number,
  studioNumber: number,
  region: Region,
  draw: () => number,
): DemoCustomer {
  const gender = pick(['MALE', 'FEMALE'] as const, draw);
  const firstName = pick(gender === 'MALE' ? region.male : region.female, draw);
  const lastName = pick(region.last, draw);
  const [zipCode, city, country] = pick(region.cities, draw);
  const fate = draw();
  const record: CustomerRecord = {
    ...identified(id, studioNumber),
    status: fate < 0.78 ? 'MEMBER' : fate < 0.9 ? 'FORMER_MEMBER' : 'PROSPECT',
    accessRefusal: draw() < 0.04,
    customerNumber: `${studioNumber}-${String(12_000 + index * 7).padStart(5, '0')}`,
    firstName,
    ...(draw() < 0.12 && { secondFirstName: pick(gender === 'MALE' ? region.male : region.female, draw) }),
    lastName,
    ...(region.twoSurnames && { secondLastName: pick(region.last, draw) }),
    ...maybe(0.92, draw, { dateOfBirth: birthDate(draw) }),
    ...maybe(0.9, draw, { email: `${ascii(firstName)}.${ascii(lastName)}.${id}@example.com` }),
    gender: draw() < 0.03 ? 'UNISEX' : gender,
    street: pick(region.streets, draw),
    houseNumber: `${1 + Math.floor(draw() * 120)}${draw() < 0.1 ? 'b' : ''}`,
    zipCode,
    city,
    country,
    ...inventPhones(String(id), index, country, draw() < 0.7),
    preferredLanguage: { languageCode: region.language, countryCode: country },
    ...maybe(0.06, draw, { accessRestrictions: [{ reason: 'Invoice unpaid', startDate: '2026-02-01' }] }),
    ...maybe(0.06, draw, { idlePeriods: [idle(id)] }),
    ...secrets(String(id), `${firstName} ${lastName}`),
  };
  return { record, debtorId: debtorIdOf(String(id)) };
}

/** A customer written by hand, completed with the fields of an ordinary one. */
export function completedCustomer(
  id: string,
  studioNumber: number,
  change: Partial<CustomerRecord>,
): DemoCustomer {
  const holder = [change.firstName, change.lastName].filter(Boolean).join(' ');
  const record: CustomerRecord = {
    ...identified(id, studioNumber),
    status: 'MEMBER',
    accessRefusal: false,
    email: `customer.${id}@example.com`,
    street: 'Am Bahnhof',
    houseNumber: id.slice(-2),
    zipCode: '80331',
    city: 'Munich',
    country: 'DE',
    phonePrivate: `+49 ${landlineOf(id)}`,
    ...secrets(id, holder),
    ...change,
    id: new Digits(id),
  };
  return { record, debtorId: debtorIdOf(id) };
}

/** The demo's debtor ID; its format in the API is not documented. */
export function debtorIdOf(id: string): string {
  return `D-${id}`;
}

function maybe<T extends object>(chance: number, draw: () => number, fields: T): Partial<T> {
  return draw() < chance ? fields : {};
}

function birthDate(draw: () => number): string {
  const two = (below: number) => String(1 + Math.floor(draw() * below)).padStart(2, '0');
  return `${1945 + Math.floor(draw() * 62)}-${two(12)}-${two(28)}`;
}

function idle(id: number) {
  const contract = { id: 700_000 + id, rateName: 'Flex 12' };
  return {
    id,
    startDate: '2026-07-01',
    endDate: '2026-07-31',
    reason: 'Holiday',
    contract,
    unlimited: false,
  };
}

/** Local part of a mail address for a name: without accents, and without letters that have no ASCII form. */
function ascii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\w-]/g, '')
    .toLowerCase();
}
