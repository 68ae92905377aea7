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
/** Maximum number of umlaut guesses when nobody was found otherwise. */
const maxGuesses = 12;

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
const bare: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ı: 'i',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
};

/** Spellings of a word by umlaut style. All words of one request use the same style. */
const styles: ((word: string) => string)[] = [
  (word) => word,
  (word) => word.replace(/[äöüßÄÖÜ]/g, (letter) => written[letter] ?? letter),
  (word) => word.replace(/[aou]e/gi, (pair) => digraphs[pair] ?? pair),
  (word) =>
    word
      .replace(/[ßłŁøØæÆœŒıđĐðÐþÞ]/g, (letter) => bare[letter] ?? letter)
      .normalize('NFD')
      .replace(/\p{M}/gu, ''),
  (word) => word.replace(/[’‘ʼ`´]/g, "'"),
  (word) => word.replaceAll("'", '’'),
];

/** Returns a request in every spelling without duplicates, as typed first. */
export function spellings(question: NameQuestion): NameQuestion[] {
  const all = styles.map((style) => respelt(question, (word) => style(word.normalize('NFC'))));
  return distinct([respelt(question, (word) => word.normalize('NFC')), ...all]);
}

/**
 * Returns the request with a guessed umlaut for one of its plain vowels, or ß for an ss: `Muller` may be Müller or
 * Mueller. These are sent only when nobody was found, because each one uses the studio's quota.
 */
export function umlautGuesses(question: NameQuestion): NameQuestion[] {
  const guesses: NameQuestion[] = [];
  for (const field of ['lastName', 'firstName'] as const) {
    const word = question[field];
    if (word === undefined) continue;
    for (const match of word.matchAll(/[aouAOU](?![eE])|ss/g)) {
      const letter = { a: 'ä', o: 'ö', u: 'ü', A: 'Ä', O: 'Ö', U: 'Ü', ss: 'ß' }[match[0]] ?? match[0];
      for (const spelt of letter === 'ß' ? [letter] : [letter, written[letter]]) {
        const guess = word.slice(0, match.index) + spelt + word.slice(match.index + match[0].length);
        guesses.push({ ...question, [field]: guess });
      }
    }
  }
  return guesses.slice(0, maxGuesses);
}

/**
 * Returns both orders of the words as first and last name. If nobody matches, the first word alone follows: "García
 * Núñez" may be two last names, "Edgar Thomas" two first names. With three or more words the last name can begin at
 * any word ("Jan van der Berg", "Edgar Thomas Bullock"), so each later word is tried as its beginning.
 */
export function nameSteps(words: readonly string[]): NameQuestion[][] {
  const [first = '', ...others] = words;
  const alone = [
    { lastName: first, unasked: others },
    { firstName: first, unasked: others },
  ];
  if (others.length === 0) return inSpellings([alone]);
  const later = [...new Set([...others.slice(0, maxLastNameSplits - 1), ...others.slice(-1)])];
  const pairs = later.flatMap((other) => {
    const unasked = others.filter((word) => word !== other);
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

/** Returns each step in every spelling, and at the end the guesses at umlauts that were typed without their dots. */
function inSpellings(steps: NameQuestion[][]): NameQuestion[][] {
  const whole = steps.map((step) => step.map(byFirstPart));
  const [asTyped = []] = whole;
  const asked = new Set<string>();
  const fresh = (question: NameQuestion) => {
    const name = JSON.stringify([question.firstName, question.lastName]);
    return asked.has(name) ? false : Boolean(asked.add(name));
  };
  return [...whole.map(inTurn), asTyped.flatMap(umlautGuesses).slice(0, maxGuesses)].map((step) =>
    step.filter(fresh).slice(0, maxRequestsPerStep),
  );
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
