import {
  digitsOf,
  homes,
  maxPhoneLength,
  readPhone,
  supported,
  withoutExtension,
} from '../api/phone-numbers';

/** Number of digits of an ending. With fewer, too many numbers end alike. */
const endingLength = 7;

/** Marks a text as an ending: `…` and its digits. No number in E.164 begins like this. */
const endingMark = '…';

/** ISO codes of countries in whose form a number without country code is read, the likeliest first. */
export type Countries = readonly (string | undefined)[];

/**
 * Texts that are digested for the numbers of a customer, each once: the E.164 form of a number that can be read, and the
 * last digits of any number.
 */
export function storedTexts(phones: readonly string[], countries: Countries): string[] {
  const tried = supported([...countries, ...homes]);
  const own = supported(countries);
  const texts = new Set<string>();
  for (const phone of phones.map(readable)) {
    const ending = endingOf(phone);
    const number = readPhone(phone, ending ? tried : own);
    // Some small countries have numbers of six digits. Elsewhere so few are an extension or an emergency number.
    if (number && (ending || number.isValid())) texts.add(number.number);
    if (ending) texts.add(ending);
  }
  return [...texts];
}

/** What is looked for in the index. */
export interface WantedTexts {
  /** E.164, in the forms of all countries where the number is valid. */
  exact: string[];
  /** The last digits; absent for a shorter number. */
  ending?: string;
}

/** Texts that are looked for when a number was typed, or sent by the telephone system. */
export function wantedTexts(typed: string, countries: Countries): WantedTexts {
  const phone = readable(typed);
  const ending = endingOf(phone);
  const tried = supported(ending ? [...countries, ...homes] : countries);
  const numbers = tried.map((country) => readPhone(phone, [country]));
  const valid = numbers.filter((number) => number?.isValid());
  const read = valid.length > 0 || !ending ? valid : numbers.slice(0, 1);
  const exact = [...new Set(read.flatMap((number) => number?.number ?? []))];
  return { exact, ...(ending && { ending }) };
}

/**
 * Clears what the engine keeps of the last match of a regular expression (`RegExp.$_`, `RegExp.input`).
 *
 * SECURITY: it is the last telephone number that was read, and would stay in the heap until the next match.
 */
export function forgetLastMatch(): void {
  /^/.exec('');
}

/** A text without its extension; empty where it is too long for a number. */
function readable(phone: string): string {
  // SECURITY: the API sends texts of any length, and reading one blocks main.
  return phone.length > maxPhoneLength ? '' : withoutExtension(phone);
}

/** The last digits of a number; undefined where there are too few. */
function endingOf(phone: string): string | undefined {
  const digits = digitsOf(phone);
  return digits.length < endingLength ? undefined : endingMark + digits.slice(-endingLength);
}
