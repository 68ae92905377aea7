import { distance } from 'fastest-levenshtein';
import type { Customer } from '../../preload/contract/domain';
import { foldName } from '../../preload/contract/fold-name';
import { namePartsOf } from '../../preload/contract/names';

/** Compares names by their letters and by their sound. */

/** Spellings of the same sound, applied in order to a folded name. Accented letters are sounds that result. */
const sounds: [spelt: RegExp, sound: string][] = [
  [/tsch|tch|cz|tj|ch(?=[aeiouy])/g, 'č'],
  [/sch|sh|sz/g, 'š'],
  [/ph|v|w/g, 'f'],
  [/ck|q|kh|gh|c(?![eiy])/g, 'k'],
  [/x/g, 'ks'],
  [/tz|ts|z/g, 's'],
  [/dt|th|d$/g, 't'],
  [/[ae][iy]/g, 'ei'],
  [/ou|oo/g, 'u'],
  [/ie|ee|y|j/g, 'i'],
  [/g$/g, 'k'],
  [/b$/g, 'p'],
  [/h(?![aeiou])/g, ''],
  [/(.)\1+/g, '$1'],
];

/** How a folded name sounds, in a notation of one letter a sound. */
export function soundOf(folded: string): string {
  return sounds.reduce((name, [spelt, sound]) => name.replace(spelt, sound), folded);
}

/** Distance of two names that sound alike. */
const soundDistance = 0.5;

/** Minimum length of a sound that is compared for similarity. */
const shortestSound = 4;

/** Distance from which two words of a length are different names. */
function maxDistance(length: number): number {
  if (length < 4) return soundDistance;
  return length < 6 ? 1 : 2;
}

/** Whether two neighbouring letters have changed places, which the edit distance counts as two errors. */
function isTransposed(word: string, other: string): boolean {
  const at = [...word].findIndex((letter, index) => letter !== other[index]);
  const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  return at >= 0 && swapped === other;
}

/** A folded word and its sound. */
interface Sounding {
  word: string;
  sound: string;
}

// SECURITY: the names of an answer can be made long, and comparing them is the most expensive part of a search.
const maxParts = 8;
const maxLetters = 40;

const sounding = (word: string): Sounding => ({ word, sound: soundOf(word) });

/** Folded words of a search, split and with their sounds; built once for all customers. */
export interface SpokenWord {
  typed: string;
  pieces: readonly Sounding[];
}

/** Prepares the words of a search for {@link nameDistance}. */
export function spokenWords(words: readonly string[]): SpokenWord[] {
  return words.slice(0, maxParts).map((typed) => ({
    typed,
    pieces: foldName(typed.slice(0, maxLetters))
      .split(/[\s-]+/)
      .filter(Boolean)
      .slice(0, maxParts)
      .map(sounding),
  }));
}

/** How different a typed word and a part of a name are: 0 when the part begins with the word; undefined for different names. */
function wordDistance({ word, sound: said }: Sounding, part: string): number | undefined {
  if (part.startsWith(word)) return 0;
  const meant = soundOf(part);
  if (said === meant) return soundDistance;
  const limit = maxDistance(word.length);
  const letters = isTransposed(word, part) ? 1 : distance(word, part);
  // A short sound is near to many others. A name may not have been typed to its end.
  const heard =
    said.length < shortestSound
      ? Number.POSITIVE_INFINITY
      : Math.min(
          distance(said, meant),
          word.length < 5 ? limit : distance(said, meant.slice(0, said.length)),
        );
  const least = Math.min(letters, heard + soundDistance) + (word[0] === part[0] ? 0 : soundDistance / 2);
  return least <= limit ? least : undefined;
}

/** Whether a word is a fact of the customer's row besides the name, such as the city. */
export type IsFact = (customer: Customer, word: string) => boolean;

/**
 * How much the name of a customer differs from the words: the sum over the words, 0 when all of them begin a part of the
 * name or are a fact of the row; undefined when a word is like nothing in it.
 */
export function nameDistance(
  customer: Customer,
  words: readonly SpokenWord[],
  isFact: IsFact = () => false,
): number | undefined {
  const parts = namePartsOf(customer)
    .slice(0, maxParts)
    .map((part) => part.slice(0, maxLetters));
  const free = [...parts, ...parts.slice(1).map((part, at) => `${parts[at]}${part}`)];
  let sum = 0;
  let names = 0;
  for (const { typed, pieces } of words) {
    for (const piece of pieces) {
      const [nearest] = free
        .flatMap((part, at) => {
          const apart = wordDistance(piece, part);
          return apart === undefined ? [] : [{ at, apart }];
        })
        .sort((a, b) => a.apart - b.apart);
      if (nearest) {
        free.splice(nearest.at, 1);
        sum += nearest.apart;
        names += 1;
      } else if (!isFact(customer, typed)) return undefined;
    }
  }
  return names > 0 ? sum : undefined;
}

/** Names with several common spellings, so that another one is likely. All spellings that sound alike count. */
const homophones = [
  'Meier Schmidt Hoffmann Schulz Weiss Vogt Kunz Franz Scholz Kaiser Wolf Roth Vogel Friedrich Lorenz Braun Krause',
  'Schumacher Brandt Fuchs Becker Stefan Philipp Christian Katharina Sophie Hansen Olsen Larsson Nielsen Nilsen',
  'Nowak Kowalski Ivanov Popov Gonzalez Rodriguez Gomez Ahmed Ahmad Mohammed Muhammad Hussein Hussain Hassan',
  'Ibrahim Yusuf Khalil Khaled Khalid Mahmud Mahmoud Mustafa Mostafa Omar Umar Fatima Fatma Layla Leila',
];

/** How the homophones sound; built at the first search, because a start does not need it. */
let homophoneSounds: ReadonlySet<string> | undefined;

/** Whether a name has another common spelling that sounds alike. */
export function hasHomophone(word: string): boolean {
  homophoneSounds ??= new Set(
    homophones.flatMap((line) => line.split(' ')).map((name) => soundOf(foldName(name))),
  );
  return homophoneSounds.has(soundOf(foldName(word)));
}
