import type { SearchFields } from './client';

/**
 * How a name is asked for. The API takes prefixes of first and last name; whether it minds accents and umlauts is not
 * documented, so the spellings a caller may have are asked for one beside the other.
 */

/** The prefixes of one question, and the words that are left to be looked for in the answer. */
export interface NameQuestion extends Pick<SearchFields, 'firstName' | 'lastName'> {
  unasked: readonly string[];
}

/** More words than this narrow the answer here instead of multiplying the questions. */
const mostSplits = 3;
/** Questions of one step at most: a search must leave the next one something of the quota's burst of 60. */
const mostAtOnce = 24;
/** Guesses at where an umlaut may stand, when nobody was found otherwise. */
const mostGuesses = 12;

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

/** Ways of writing a word, in what the words of one question have in common: all of them are written in one way. */
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

/** A question in every spelling, the typed one first, none twice. */
export function spellings(question: NameQuestion): NameQuestion[] {
  const all = styles.map((style) => respelt(question, (word) => style(word.normalize('NFC'))));
  return distinct([respelt(question, (word) => word.normalize('NFC')), ...all]);
}

/**
 * A question with an umlaut for one of its plain vowels, or ß for an ss: `Muller` may be Müller, or Mueller. Asked only
 * when nobody was found, since every guess costs the studio's quota.
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
  return guesses.slice(0, mostGuesses);
}

/**
 * Both orders of the words as first and last name, and when nobody answers to that, the first word alone: "García
 * Núñez" may be two last names, "Edgar Thomas" two first ones. With three words or more nobody knows where the last
 * name begins ("Jan van der Berg", "Edgar Thomas Bullock"): each later word is tried as its beginning.
 */
export function nameSteps(words: readonly string[]): NameQuestion[][] {
  const [first = '', ...others] = words;
  const alone = [
    { lastName: first, unasked: others },
    { firstName: first, unasked: others },
  ];
  if (others.length === 0) return inSpellings([alone]);
  const later = [...new Set([...others.slice(0, mostSplits - 1), ...others.slice(-1)])];
  const pairs = later.flatMap((other) => {
    const unasked = others.filter((word) => word !== other);
    return [
      { firstName: first, lastName: other, unasked },
      { firstName: other, lastName: first, unasked },
    ];
  });
  return inSpellings([pairs, alone]);
}

/** "Bullock, Edgar" as it was said, and when nobody answers to that, the other way round. */
export function lastFirstSteps(lastName: string, firstName: string): NameQuestion[][] {
  const [last = '', ...moreLast] = lastName.split(' ');
  const [first = '', ...moreFirst] = firstName.split(' ');
  const unasked = [...moreLast, ...moreFirst];
  return inSpellings([
    [{ lastName: last, firstName: first, unasked }],
    [{ lastName: first, firstName: last, unasked }],
  ]);
}

/** Each step in every spelling; at the end guesses at umlauts that were typed without their dots. */
function inSpellings(steps: NameQuestion[][]): NameQuestion[][] {
  const whole = steps.map((step) => step.map(byFirstPart));
  const [asTyped = []] = whole;
  const asked = new Set<string>();
  const fresh = (question: NameQuestion) => {
    const name = JSON.stringify([question.firstName, question.lastName]);
    return asked.has(name) ? false : Boolean(asked.add(name));
  };
  return [...whole.map(inTurn), asTyped.flatMap(umlautGuesses).slice(0, mostGuesses)].map((step) =>
    step.filter(fresh).slice(0, mostAtOnce),
  );
}

/** Every question as typed, then every question in its next spelling: what a limit cuts off is the least likely. */
function inTurn(step: readonly NameQuestion[]): NameQuestion[] {
  const ways = step.map(spellings);
  return styles.flatMap((_style, at) => ways.flatMap((way) => way[at] ?? []));
}

/** `Anna-Lena` is asked for as Anna, since it may be written with a space or as one: the rest is looked for in the answer. */
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
