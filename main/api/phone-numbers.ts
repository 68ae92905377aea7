import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/** Countries in whose form a number without country code is read last. */
const homes = ['DE', 'AT', 'CH'];

const mobileTypes: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** Shortest part of a number by which two numbers are compared when their countries are unknown. */
const shortestEnding = 6;

/**
 * Compares a telephone number with those of a customer, whatever their spelling. `phone`: the same number with its country
 * code (E.164). `phoneEnding`: only the last digits are the same, so it may be the number of somebody else.
 *
 * @param countries ISO codes in whose form a number without country code is read, the likeliest first
 */
export function comparePhones(
  typed: string,
  stored: readonly string[],
  countries: readonly (string | undefined)[],
): 'phone' | 'phoneEnding' | undefined {
  const wanted = digitsOf(typed).slice(-shortestEnding);
  const candidates = stored.filter(
    (each) => wanted !== '' && digitsOf(withoutExtension(each)).endsWith(wanted),
  );
  if (candidates.length === 0) return undefined;
  const tried = [...countries, ...homes].filter((each) => each !== undefined);
  const number = readPhone(typed, tried)?.number;
  if (number && candidates.some((each) => readPhone(each, tried)?.number === number)) return 'phone';
  return candidates.some((each) => haveSameEnding(typed, withoutExtension(each))) ? 'phoneEnding' : undefined;
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
    const number = readPhone(digits, [country]);
    if (!number?.isValid()) return false;
    return digits.startsWith('00') || mobileTypes.has(number.getType());
  });
}

/** The number in the form of the first country where it is valid, or else where it is possible. */
function readPhone(text: string, countries: readonly string[]): PhoneNumber | undefined {
  const all = countries
    .filter((each): each is CountryCode => isSupportedCountry(each as CountryCode))
    .map((defaultCountry) => parsePhoneNumberFromString(text, { defaultCountry, extract: false }));
  return all.find((each) => each?.isValid()) ?? all.find((each) => each?.isPossible());
}

function haveSameEnding(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [one, other]
    .map((each) => digitsOf(each).replace(/^0+/, ''))
    .sort((a, b) => a.length - b.length);
  return shorter.length >= shortestEnding && longer.endsWith(shorter);
}

function withoutExtension(text: string): string {
  return text.replace(/ ?(?:;ext=|ext\.?|x|#|durchwahl|dw\.?) ?\d{1,6}$/i, '');
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
