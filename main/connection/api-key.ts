import type { InputFault } from '../../preload/contract/problem';

/** Maximum size of a secret in Windows Credential Manager, in bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE, 5 * 512). */
export const maxKeyBytes = 2_560;

/** Form of the API's tokens: a UUID of 36 characters (activation e-mail of a studio). */
export const keyForm = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const keyInText = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** Whether a text has the form of a key in it. */
export const holdsKey = (text: string): boolean => text.search(keyInText) >= 0;

/** A text without what has the form of a key. */
export const withoutKeys = (text: string): string => text.replace(keyInText, '[removed]');

/** Returns the key without surrounding spaces, or why it cannot be stored or sent as a header (RFC 9110, 5.5). */
export function parseKey(pasted: string): { key: string } | { fault: InputFault } {
  const key = pasted.trim();
  if (key === '') return { fault: 'keyEmpty' };
  if (/[\r\n]/.test(key)) return { fault: 'keyLineBreak' };
  if (key.includes('\0')) return { fault: 'keyNul' };
  if ([...key].some((letter) => letter.charCodeAt(0) > 0xff || letter.length > 1))
    return { fault: 'keyNotLatin1' };
  if (Buffer.byteLength(key, 'utf8') > maxKeyBytes) return { fault: 'keyTooLong' };
  return { key };
}
