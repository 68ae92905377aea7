import type { CustomerRecord } from './api-records';
import { type Example, plainExample } from './example';

const family = '+49 69 90009 801';

/** Examples of telephone numbers. The foreign ones are those that libphonenumber gives as examples of their country. */
export const phoneExamples: Example[] = [
  numbered('9801', 'Family one', 'A number that three customers have', { phonePrivate: family }),
  numbered('9802', 'Family two', 'The same number, written 069/90009-801', {
    phonePrivate: '069/90009-801',
  }),
  numbered('9803', 'Family three', 'A former member with the same number', {
    status: 'FORMER_MEMBER',
    phonePrivate: '',
    phonePrivateMobile: '0049 (0)69 90009801',
  }),
  numbered('9804', 'Number with extension', '+49 69 90009 804 ext. 12', {
    phonePrivate: '+49 69 90009 804 ext. 12',
  }),
  numbered('9805', 'Number without country code', '069 - 90009 805', { phonePrivate: '069 - 90009 805' }),
  numbered('9806', 'Number with words', '90009-806, and that it is the neighbour', {
    phonePrivate: 'ask next door: 90009-806',
  }),
  numbered('9807', 'Number too short', 'Five digits, which is an extension at most', {
    phonePrivate: '90009',
  }),
  {
    ...numbered(
      '9808',
      'Changed number',
      '069 90009 809 now; the list of all customers still has 069 90009 808',
      {
        phonePrivate: '069 90009 809',
      },
    ),
    listedAs: { phonePrivate: '069 90009 808' },
  },
  {
    ...numbered('9810', 'Vanished', 'Listed with 069 90009 810, and 404 under the ID', {
      phonePrivate: '069 90009 810',
    }),
    fault: { on: 'all', how: 'notFound' },
  },
  numbered('9811', 'Four numbers', 'One in each of the four fields', {
    phonePrivate: '069 90009 811',
    phonePrivateMobile: '+49 171 39200 98',
    phoneBusiness: '069 90009 812',
    phoneBusinessMobile: '+49 (0)176 0406 9098',
  }),
  abroad('9821', 'Austria', '0664 123 456', 'AT'),
  abroad('9822', 'Switzerland', '078 123 45 67', 'CH'),
  abroad('9823', 'Poland', '512 345 678', 'PL'),
  abroad('9824', 'Turkey', '0501 234 56 78', 'TR'),
  abroad('9825', 'United States', '(201) 555-0123', 'US'),
];

function numbered(id: string, name: string, shows: string, record: Partial<CustomerRecord>): Example {
  return plainExample(id, name, shows, { record });
}

function abroad(id: string, country: string, phonePrivateMobile: string, code: string): Example {
  const record = { country: code, phonePrivate: '', phonePrivateMobile };
  return numbered(id, `Number in ${country}`, `${phonePrivateMobile}, with the country ${code}`, record);
}
