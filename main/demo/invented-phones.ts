import type { CustomerRecord } from './api-records';

type Phones = Pick<
  CustomerRecord,
  'phonePrivate' | 'phonePrivateMobile' | 'phoneBusiness' | 'phoneBusinessMobile'
>;

/** Number that {@link companySize} members of the first studio have as their business number. */
export const companyNumber = '+496990009000';
export const companySize = 25;

/** Blocks of landline numbers by the first digit of a customer's ID. The German regulator reserves them for films, so nobody has them. */
const landlines: Readonly<Record<string, string>> = { 1: '30 23125', 2: '89 99998', 8: '40 66969' };

/** Last two digits of mobile numbers that examples have, or that tests need to be nobody's. */
const takenMobiles: readonly number[] = [3, 31, 76, 98, 99];

/** How people write a German number. The first three can also be dialled from abroad. */
const writings: readonly ((area: string, local: string) => string)[] = [
  (area, local) => `+49 ${area} ${local}`,
  (area, local) => `+49 (0)${area} ${local}`,
  (area, local) => `0049 ${area} ${local}`,
  (area, local) => `0${area}/${local}`,
  (area, local) => `(0${area}) ${local.replace(' ', '-')}`,
  (area, local) => `0${area} - ${local.replaceAll(' ', '')}`,
  (area, local) => `0${area}${local.replaceAll(' ', '')}`,
];
const writingsAbroad = 3;

/** Area code and local number of a customer's landline; the number of nobody else of the chain. */
export function landlineOf(id: string): string {
  // IDs of the further studios have six digits, and the first names the studio.
  if (id.length === 6) return `221 4710 ${id[0]}${id.slice(-2)}`;
  return `${landlines[id[0] ?? ''] ?? '69 90009'} ${id.slice(-3).padStart(3, '0')}`;
}

/** Telephone numbers of an invented customer, in the writing of a person. @param index position in the studio, from 0 */
export function inventPhones(id: string, index: number, country: string, hasMobile: boolean): Phones {
  const write = (number: string, turn = index) => {
    const [area = '', ...local] = number.split(' ');
    const form = writings[turn % (country === 'DE' ? writings.length : writingsAbroad)];
    return form?.(area, local.join(' ')) ?? number;
  };
  const phones: Phones = { phonePrivate: write(landlineOf(id)) };
  // The reserved mobile numbers suffice for the first studio alone.
  if (id.length === 6 || index >= 200) return phones;
  const ending = index % 100;
  const two = String(ending).padStart(2, '0');
  if (!takenMobiles.includes(ending)) {
    if (index >= 170) phones.phoneBusinessMobile = write(`176 040690 ${two}`, index + 1);
    else if (hasMobile)
      phones.phonePrivateMobile = write(`${index < 100 ? '171 39200' : '176 040690'} ${two}`, index + 1);
  }
  if (index < 100 && index % 4 === 1) phones.phoneBusiness = write(`221 4710 0${two}`, index + 2);
  return phones;
}

/** Gives the first members that have no business number the one of their company. */
export function employ(customers: readonly CustomerRecord[]): void {
  const free = customers.filter(({ status, phoneBusiness }) => status === 'MEMBER' && !phoneBusiness);
  free.slice(0, companySize).forEach((customer, index) => {
    customer.phoneBusiness = writings[index % writingsAbroad]?.('69', '90009 000') ?? companyNumber;
  });
}
