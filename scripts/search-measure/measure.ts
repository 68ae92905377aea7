import type { SearchFields } from '../../main/api/client';
import { search } from '../../main/api/search';
import { inventCustomers } from '../../main/demo/invented-customers';
import type { Customer } from '../../preload/contract/domain';
import { inDisplayOrder } from '../../preload/contract/hit-order';
import { fail, succeed } from '../../preload/contract/problem';
import { recognise } from '../../renderer/features/search/recognise';
import { pairs } from './pairs';

/** Results against one kind of API. */
export interface Share {
  language: string;
  pairs: number;
  /** Pairs whose person was among the first five hits. */
  found: number;
  /** The pairs that were not found, as `said = meant`. */
  missed: string[];
  requests: number;
  /** Maximum number of requests of a search. */
  mostRequests: number;
}

/** Whether the API distinguishes accents; its documentation does not say. */
export type AccentSensitivity = 'accent-sensitive' | 'accent-insensitive';

const hitsLookedAt = 5;
/** Customers of the studio besides the expected ones. */
const othersCount = 4_500;
const namesakes = ['Anna', 'Thomas'];

/** Searches what is said in each pair, in a studio of about 5,500 customers, and counts who is found. */
export async function measure(sensitivity: AccentSensitivity): Promise<Share[]> {
  const customers = everybody().map((customer) => ({
    customer,
    first: folded(customer.firstName, sensitivity),
    last: folded(customer.lastName, sensitivity),
  }));
  const shares: Share[] = [];
  for (const [language, list] of Object.entries(pairs)) {
    const share: Share = { language, pairs: list.length, found: 0, missed: [], requests: 0, mostRequests: 0 };
    for (const pair of list) {
      const [said = '', meant = ''] = pair.split(' = ');
      const reading = recognise(said);
      if (!reading) throw new Error(`${said} has no reading`);
      let requests = 0;
      const ask = async (fields: SearchFields) => {
        requests += 1;
        const [first, last] = [folded(fields.firstName, sensitivity), folded(fields.lastName, sensitivity)];
        return succeed(
          customers
            .filter((each) => each.first.startsWith(first) && each.last.startsWith(last))
            .map(({ customer }) => customer),
        );
      };
      const none = async () => fail({ kind: 'notFound' });
      const found = await search(
        { customer: none, customerBy: none, search: ask },
        reading,
        'studio',
        new AbortController().signal,
      );
      const hits = found.ok ? found.value.matches.map((match) => ({ ...match, studio: '' })) : [];
      const isFound = inDisplayOrder(hits)
        .slice(0, hitsLookedAt)
        .some(({ customer }) => isMeant(customer, meant));
      if (isFound) share.found += 1;
      else share.missed.push(pair);
      share.requests += requests;
      share.mostRequests = Math.max(share.mostRequests, requests);
    }
    shares.push(share);
  }
  return shares;
}

/** `Anna von der Heide`: the first name is the first word, unless the name is a last name alone. */
function personOf(meant: string): { firstName?: string; lastName: string } {
  const [first = '', ...rest] = meant.split(' ');
  const isLastName = rest.length === 0 || /^(?:von|van|zu|de|da|dos|al)$/.test(first);
  return isLastName ? { lastName: meant } : { firstName: first, lastName: rest.join(' ') };
}

function isMeant(customer: Customer, meant: string): boolean {
  const { firstName, lastName } = personOf(meant);
  return customer.lastName === lastName && (firstName === undefined || customer.firstName === firstName);
}

function everybody(): Customer[] {
  const meant = Object.values(pairs)
    .flat()
    .map((pair) => personOf(pair.split(' = ')[1] ?? ''))
    .flatMap(({ firstName, lastName }) =>
      [...(firstName ? [firstName] : []), ...namesakes].map((first) => ({ firstName: first, lastName })),
    );
  const names = new Map(meant.map((person) => [`${person.firstName} ${person.lastName}`, person]));
  const others = inventCustomers(1, othersCount).map(({ record }) => record);
  return [...names.values(), ...others].map(({ firstName, lastName }, index) => ({
    id: String(index + 1),
    status: 'MEMBER',
    accessRefused: false,
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
  }));
}

/** A name as the API compares it: without regard to case, and to accents where they do not count. */
function folded(text: string | undefined, sensitivity: AccentSensitivity): string {
  const lower = (text ?? '').normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i');
  return sensitivity === 'accent-sensitive' ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}
