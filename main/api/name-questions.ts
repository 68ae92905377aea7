import { accentedSpellings, withoutAccents } from './accented-names';
import type { SearchFields } from './client';

/**
 * Builds the search requests for a name. The API matches prefixes of first and last name. Whether it ignores accents
 * and umlauts is not documented, so the likely spellings are requested in parallel.
 */

/** Prefixes of one request, and the words that are compared with its answer afterwards. */
export interface NameQuestion extends Pick<SearchFields, 'firstName' | 'lastName'> {
  unasked: readonly string[];
}

/**
 * Maximum number of words that are sent to the API. Further words filter the answer instead of multiplying the
 * requests.
 */
const maxLastNameSplits = 3;
/** Maximum number of requests of one step. The quota allows a burst of 60, and the next search needs a part of it. */
const maxRequestsPerStep = 24;

const written: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
const digraphs: Record<string, string> = {
  ae: 'ä',
  oe: 'ö',
  ue: 'ü',
  Ae: 'Ä',
  Oe: 'Ö',
  Ue: 'Ü',
  AE: 'Ä',
  OE: 'Ö',
  UE: 'Ü',
};
const withDigraphs = (word: string) => word.replace(/[äöüßÄÖÜ]/g, (letter) => written[letter] ?? letter);
const inCommonSpelling = (word: string) => accentedSpellings(word)[0] ?? word;

/** Spellings of a word by umlaut style. All words of one request use the same style. */
const styles: ((word: string) => string)[] = [
  (word) => word,
  withDigraphs,
  (word) => word.replace(/[aou]e/gi, (pair) => digraphs[pair] ?? pair),
  inCommonSpelling,
  (word) => withDigraphs(inCommonSpelling(word)),
  (word) => word.replace(/ss/g, 'ß'),
  withoutAccents,
  (word) => word.replace(/[’‘ʼ`´]/g, "'"),
  (word) => word.replaceAll("'", '’'),
];

/** Returns a request in every spelling without duplicates, as typed first. */
export function spellings(question: NameQuestion): NameQuestion[] {
  const all = styles.map((style) => respelt(question, (word) => style(word.normalize('NFC'))));
  return distinct([respelt(question, (word) => word.normalize('NFC')), ...all]);
}

/** The words of a search that can be names: a word with a digit, such as a year of birth, only narrows the answer. */
export function wordsOfName(words: readonly string[]): readonly string[] {
  const names = words.filter((word) => !/\d/.test(word));
  return names.length > 0 ? names : words;
}

/**
 * Returns both orders of the words as first and last name. If nobody matches, the first word alone follows: "García
 * Núñez" may be two last names, "Edgar Thomas" two first names. With three or more words the last name can begin at
 * any word ("Jan van der Berg", "Edgar Thomas Bullock"), so each later word is tried as its beginning.
 */
export function nameSteps(words: readonly string[]): NameQuestion[][] {
  const names = wordsOfName(words);
  const facts = words.filter((word) => !names.includes(word));
  const [first = '', ...others] = names;
  const alone = [
    { lastName: first, unasked: [...others, ...facts] },
    { firstName: first, unasked: [...others, ...facts] },
  ];
  if (others.length === 0) return inSpellings([alone]);
  const later = [...new Set([...others.slice(0, maxLastNameSplits - 1), ...others.slice(-1)])];
  const pairs = later.flatMap((other) => {
    const unasked = [...others.filter((word) => word !== other), ...facts];
    return [
      { firstName: first, lastName: other, unasked },
      { firstName: other, lastName: first, unasked },
    ];
  });
  return inSpellings([pairs, alone]);
}

/** Returns "Bullock, Edgar" as it was said and, if nobody matches, in the other order. */
export function lastFirstSteps(lastName: string, firstName: string): NameQuestion[][] {
  const [last = '', ...moreLast] = lastName.split(' ');
  const [first = '', ...moreFirst] = firstName.split(' ');
  const unasked = [...moreLast, ...moreFirst];
  return inSpellings([
    [{ lastName: last, firstName: first, unasked }],
    [{ lastName: first, firstName: last, unasked }],
  ]);
}

/** Returns each step in every spelling. */
function inSpellings(steps: NameQuestion[][]): NameQuestion[][] {
  const asked = new Set<string>();
  const fresh = (question: NameQuestion) => {
    const name = JSON.stringify([question.firstName, question.lastName]);
    return asked.has(name) ? false : Boolean(asked.add(name));
  };
  return steps.map((step) => inTurn(step.map(byFirstPart)).filter(fresh).slice(0, maxRequestsPerStep));
}

/**
 * Interleaves spellings: every request as typed, then every request in its next spelling. A limit then cuts off the
 * least likely ones.
 */
function inTurn(step: readonly NameQuestion[]): NameQuestion[] {
  const ways = step.map(spellings);
  return styles.flatMap((_style, at) => ways.flatMap((way) => way[at] ?? []));
}

/**
 * `Anna-Lena` is requested as Anna, because the name may be written with a space or as one word. The answer is
 * searched for the rest.
 */
function byFirstPart(question: NameQuestion): NameQuestion {
  const unasked = [...question.unasked];
  return {
    ...respelt(question, (word) => {
      const [part = '', ...more] = word.split('-').filter(Boolean);
      if (more.length === 0 || part.length < 2) return word;
      unasked.push(word);
      return part;
    }),
    unasked,
  };
}

function respelt(question: NameQuestion, spell: (word: string) => string): NameQuestion {
  const { firstName, lastName, unasked } = question;
  return {
    unasked,
    ...(firstName !== undefined && { firstName: spell(firstName) }),
    ...(lastName !== undefined && { lastName: spell(lastName) }),
  };
}

function distinct(questions: readonly NameQuestion[]): NameQuestion[] {
  const seen = new Map(questions.map((each) => [JSON.stringify([each.firstName, each.lastName]), each]));
  return [...seen.values()];
}
