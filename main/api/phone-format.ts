import type { CustomerPhone } from '../../preload/contract/phone-index';
import { readPhone, supported } from './phone-numbers';

/** Longest text that is read. SECURITY: the API sends texts of any length, and reading one blocks main. */
const maxLength = 60;

/**
 * Types of numbers that are dialled. SECURITY: the author of a record must not make the company pay, so premium, shared-cost (such as
 * +49 180 and 137), personal and unknown types are left out. `UAN` is the number of a company, such as +49 18.
 */
const dialledTypes: ReadonlySet<string | undefined> = new Set([
  'FIXED_LINE',
  'MOBILE',
  'FIXED_LINE_OR_MOBILE',
  'VOIP',
  'TOLL_FREE',
  'UAN',
]);

/** Words before an extension that libphonenumber does not know. */
const germanExtension = / ?(?:durchwahl|dw\.?) ?(\d{1,6})$/i;

/** A telephone number for people, and the link that dials it. */
export type ReadablePhone = Omit<CustomerPhone, 'canDial'> & {
  /** `tel:` and the E.164 form, with its extension (RFC 3966); absent where it is not dialled. */
  link?: string;
};

/**
 * Reads a telephone number as people write it. The international format is shown for every number, so that an agent never has
 * to guess the country.
 *
 * SECURITY: a link is made of a valid number only. Short codes such as 112, and numbers of other types, are not dialled.
 *
 * @param countries ISO codes in whose form a number without country code is read, the likeliest first
 */
export function readablePhone(sent: string, countries: readonly (string | undefined)[]): ReadablePhone {
  if (sent.length > maxLength) return { sent, shown: sent };
  const number = readPhone(sent.replace(germanExtension, ' ext. $1'), supported(countries));
  if (!number?.isValid()) return { sent, shown: sent };
  const { ext } = number;
  const shown = number.format('INTERNATIONAL', { formatExtension: (formatted) => formatted });
  const isDialled = dialledTypes.has(number.getType());
  return {
    sent,
    shown,
    ...(ext && { extension: ext }),
    ...(isDialled && { link: `tel:${number.number}${ext ? `;ext=${ext}` : ''}` }),
  };
}
