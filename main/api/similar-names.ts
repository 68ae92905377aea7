import { distance } from 'fastest-levenshtein';
import type { Customer, MatchedBy, Reading } from '../../preload/contract/domain';
import { accentedSpellings, withoutAccents } from './accented-names';
import type { SearchFields } from './client';
import { hasHomophone, type IsFact, nameDistance, spokenWords } from './name-distance';
import { wordsOfName } from './name-questions';

/**
 * Finds customers whose names are similar to what was typed. The API knows prefixes only, so short ones are requested,
 * and their answers are compared here.
 */

/** Maximum number of requests for similar names in one search. */
const maxQuestions = 3;

/** Minimum number of letters of a name that is compared with others. */
const shortestWord = 3;

/** Beginnings that too many names share, and that one more letter distinguishes. */
const commonBeginning = /^sch/;

/** Letters that sound alike at the beginning of a name, and what else is written for them. */
const soundTwins: [start: RegExp, other: string][] = [
  [/^(.{0,2}?)[ae]y/i, '$1ai'],
  [/^(.{0,2}?)ei/i, '$1ai'],
  [/^(.{0,2}?)ai/i, '$1ei'],
  [/^(.{1,2})w/i, '$1v'],
  [/^(.{1,2})v/i, '$1w'],
  [/^([^s]{1,2})z/i, '$1s'],
  [/^([^s]{1,2})s(?!c)/i, '$1z'],
  [/^sc?hew/i, 'Shev'],
  [/^tsch/i, 'Ç'],
  [/^tsch/i, 'Ch'],
  [/^sch(?=[aeiou])/i, 'Ş'],
  [/^sch/i, 'Sh'],
  [/^sh/i, 'Ş'],
  [/^sh/i, 'Sch'],
  [/^ch(?=[aeiou])/i, 'Ç'],
  [/^ch(?=[aeiou])/i, 'Kh'],
  [/^kh/i, 'Ch'],
  [/^k(?=[aeiou])/i, 'Kh'],
  [/^kr(?=i)/i, 'Chr'],
  [/^ch(?=r)/i, 'K'],
  [/^c(?=[aolru])/i, 'K'],
  [/^k(?=[aolru])/i, 'C'],
  [/^ph/i, 'F'],
  [/^f(?=[ei])/i, 'Ph'],
  [/^vi/i, 'Fi'],
  [/^w/i, 'V'],
  [/^v/i, 'W'],
  [/^je/i, 'E'],
  [/^e(?=[kgvl])/i, 'Je'],
  [/^ju/i, 'Yu'],
  [/^j/i, 'Y'],
  [/^y/i, 'J'],
  [/^th/i, 'T'],
  [/^sa/i, 'Za'],
  [/^z/i, 'S'],
  [/^h/i, 'J'],
];

/** Particles before a last name, by how the name ends; the likeliest first. */
const particles: [end: RegExp, particles: string[]][] = [
  [/(?:dijk|beek|veld|broek|hoven|meer|wijk|bosch|boer|graaf|linden|velde|laan|horst)$/, ['van ', 'von ']],
  [/(?:uz|ez|os|as|es|nte|rre|[ao])$/, ['de ', 'da ']],
  [/(?:ri|li|mi|di|wi|ni|fi|ssi|tib|id|ah)$/, ['al', 'el']],
  [/$/, ['von ', 'zu ']],
];

/** Ends of names that noble families share: their particle is likelier than another spelling. */
const nobleEnd = /(?:stein|burg|berg|heim|eck|fels|tal)$/;

/** Beginning of a word that is requested for similar names, as long as it must be to exclude most other names. */
function beginningOf(word: string): string {
  const folded = withoutAccents(word).toLowerCase();
  const length = folded.length < 5 ? 2 : commonBeginning.test(folded) ? 4 : 3;
  return word.slice(0, length);
}

/** Beginning of a word, in its common spelling. */
const spelt = (word: string): string => accentedSpellings(beginningOf(word), 2)[0] ?? beginningOf(word);

/** Other beginnings of names that are written or sound like this word, likeliest first. */
function twinsOf(word: string): string[] {
  const sounds = soundTwins
    .filter(([start]) => start.test(word))
    .map(([start, other]) => beginningOf(word.replace(start, other)))
    .map((twin) => accentedSpellings(twin, 2)[0] ?? twin);
  const start = beginningOf(word);
  return [...new Set([...accentedSpellings(start, 2), ...sounds, ...accentedSpellings(start)])];
}

/**
 * Requests whose answers contain names similar to these words, likeliest first, at most three.
 *
 * @param words words of a name, as typed; the last name is expected at the end
 */
export function similarQuestions(words: readonly string[]): Pick<SearchFields, 'firstName' | 'lastName'>[] {
  const [first = '', ...others] = words;
  const last = others.at(-1) ?? first;
  if (withoutAccents(last).length < shortestWord) return [];
  const [twin = [], ...twins] = twinsOf(last);
  const own = particles.find(([end]) => end.test(withoutAccents(last).toLowerCase()))?.[1] ?? [];
  const isNoble = nobleEnd.test(last);
  const lastNames = [
    beginningOf(last),
    others.length === 0 && isNoble ? own : twin,
    // The order of the words is unknown.
    others.length === 0 ? own : spelt(first),
    twins,
  ].flat();
  const questions = [...lastNames.map((lastName) => ({ lastName })), { firstName: spelt(first) }];
  const distinct = new Map(
    questions
      .filter((each) => Object.values(each).every((start) => start.length > 1))
      .map((each) => [JSON.stringify(each).toLowerCase(), each]),
  );
  return [...distinct.values()].slice(0, maxQuestions);
}

/** Requests for customers that are similar to what was typed, and the comparison with what was typed. */
export interface SimilarPlan {
  matchedBy: MatchedBy;
  /** At most three. */
  questions: SearchFields[];
  /** Whether the requests are sent at once, because another spelling is likely. */
  isLikely: boolean;
  /** 0 for a customer who matches exactly; undefined for one who is not similar. */
  distance: (customer: Customer) => number | undefined;
}

/** Returns how to search customers that are similar; undefined for readings that only match exactly. */
export function similarPlan(reading: Reading, isFact: IsFact): SimilarPlan | undefined {
  switch (reading.kind) {
    case 'name':
      return ofName(wordsOfName(reading.words), reading.words, reading, isFact);
    case 'lastFirst': {
      const words = `${reading.firstName} ${reading.lastName}`.split(' ').filter(Boolean);
      return ofName(words, words, reading, isFact);
    }
    case 'email':
      return ofEmail(reading.email);
    default:
      return undefined;
  }
}

function ofName(
  names: readonly string[],
  words: readonly string[],
  { date, similar }: Extract<Reading, { kind: 'name' | 'lastFirst' }>,
  isFact: IsFact,
): SimilarPlan {
  const spoken = spokenWords(words);
  return {
    matchedBy: 'name',
    // Few people are born on one day, so their names need no request of their own.
    questions: date ? [{ dateOfBirth: date }] : similarQuestions(names),
    isLikely: similar === true || names.some(hasHomophone),
    distance: (customer) => nameDistance(customer, spoken, isFact),
  };
}

/** Maximum number of letters in which a similar e-mail address differs. */
const maxEmailDistance = 2;

/** The API compares whole addresses, so the customers are requested by the names in the local part. */
function ofEmail(email: string): SimilarPlan {
  const [local = ''] = email.split('@');
  const words = local.split(/[^\p{L}]+/u).filter((word) => word.length > 1);
  const [one = '', other] = words;
  const questions: SearchFields[] =
    other === undefined
      ? // `ebullock` begins with the initial of the first name.
        [{ lastName: spelt(one) }, { lastName: spelt(one.slice(1)) }, { firstName: spelt(one) }]
      : [
          { firstName: spelt(one), lastName: beginningOf(other) },
          { lastName: spelt(other) },
          { lastName: spelt(one) },
        ];
  return {
    matchedBy: 'email',
    questions: one.length > 2 ? questions : [],
    isLikely: false,
    distance: (customer) => {
      // An address that is much longer is not similar, and is not compared.
      if (Math.abs((customer.email ?? '').length - email.length) > maxEmailDistance) return undefined;
      const apart = customer.email && distance(customer.email.toLowerCase(), email.toLowerCase());
      return typeof apart === 'number' && apart <= maxEmailDistance ? apart : undefined;
    },
  };
}
