import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core';
import { phoneRules } from './phone-rules';

/** Shortest part of a number by which two numbers are compared when their countries are unknown. */
const shortestEnding = 6;

/** Longest text that is read as a telephone number. SECURITY: the API sends texts of any length, and reading one blocks main. */
export const maxPhoneLength = 40;

/** Countries in whose form a number without country code is read last. */
export const homes = ['DE', 'AT', 'CH'];

const mobileTypes: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** Compares a telephone number with those of a customer. */
export type PhoneComparer = (
  stored: readonly string[],
  countries: readonly (string | undefined)[],
) => 'phone' | 'phoneEnding' | undefined;

/**
 * Compares one telephone number with those of many customers. The spelling of the numbers does not count. `phone`: the same number with its
 * country code (E.164). `phoneEnding`: only the last digits are the same, so it may be the number of somebody else. The
 * countries are ISO codes in whose form a number without country code is read, the likeliest first.
 */
export function phoneComparer(typed: string): PhoneComparer {
  const wantedNumber = withoutExtension(typed);
  const wanted = phoneEnding(wantedNumber);
  /** What was typed, by the countries in whose form it was read. */
  const numbers = new Map<string, string | undefined>();
  function typedNumber(countries: readonly CountryCode[]): string | undefined {
    const key = countries.join();
    if (!numbers.has(key)) numbers.set(key, readPhone(wantedNumber, countries)?.number);
    return numbers.get(key);
  }
  return (stored, countries) => {
    const candidates = stored.filter(
      (text) => wanted !== '' && phoneEnding(withoutExtension(text)).endsWith(wanted),
    );
    if (candidates.length === 0) return undefined;
    const tried = supported([...countries, ...homes]);
    const number = typedNumber(tried);
    if (number && candidates.some((text) => readPhone(withoutExtension(text), tried)?.number === number))
      return 'phone';
    return candidates.some((text) => haveSameEnding(wantedNumber, withoutExtension(text)))
      ? 'phoneEnding'
      : undefined;
  };
}

/**
 * Whether digits are a telephone number rather than a card number with leading zeros: a valid mobile number, or any valid
 * number after the prefix 00. Landline numbers have too many forms.
 *
 * @param region country of the desk; unless it is one of `homes`, these are tried as well
 */
export function isTelephone(digits: string, region: string | undefined): boolean {
  const countries = region && homes.includes(region) ? [region] : [...(region ? [region] : []), ...homes];
  return countries.some((country) => {
    const number = readPhone(digits, supported([country]));
    if (!number?.isValid()) return false;
    return digits.startsWith('00') || mobileTypes.has(number.getType());
  });
}

/** The number in the form of the first country where it is valid, or else where it is possible. */
export function readPhone(text: string, countries: readonly CountryCode[]): PhoneNumber | undefined {
  let possible: PhoneNumber | undefined;
  for (const defaultCountry of countries) {
    const number = parsePhoneNumberFromString(text, { defaultCountry, extract: false }, phoneRules);
    if (number?.isValid()) return number;
    if (number?.isPossible()) possible ??= number;
  }
  return possible;
}

/** Each country once, without those whose numbers are not known. */
export function supported(countries: readonly (string | undefined)[]): CountryCode[] {
  return [...new Set(countries)].filter((each): each is CountryCode =>
    isSupportedCountry(each as CountryCode, phoneRules),
  );
}

function haveSameEnding(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [one, other]
    .map((each) => digitsOf(each).replace(/^0+/, ''))
    .sort((a, b) => a.length - b.length);
  return shorter.length >= shortestEnding && longer.endsWith(shorter);
}

/** The last digits of a number; empty where the text is too long for one. */
function phoneEnding(text: string): string {
  return text.length > maxPhoneLength ? '' : digitsOf(text).slice(-shortestEnding);
}

/** A number without the extension at its end, such as `ext. 5`. */
export function withoutExtension(text: string): string {
  return text.length > maxPhoneLength
    ? text
    : text.replace(/ ?(?:;ext=|ext\.?|x|#|durchwahl|dw\.?) ?\d{1,6}$/i, '');
}

/** The digits of a number, also of one in full-width characters, as East Asian keyboards write them. */
export const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
