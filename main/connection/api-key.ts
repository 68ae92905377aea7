import type { InputFault } from '../../preload/contract/problem';

/** Windows Credential Manager keeps at most this many bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE, 5 * 512). */
export const longestKeyBytes = 2_560;

/** The key without the spaces around it, or why it can be neither stored nor sent as a header (RFC 9110, 5.5). */
export function parseKey(pasted: string): { key: string } | { fault: InputFault } {
  const key = pasted.trim();
  if (key === '') return { fault: 'keyEmpty' };
  if (/[\r\n]/.test(key)) return { fault: 'keyLineBreak' };
  if (key.includes('\0')) return { fault: 'keyNul' };
  if ([...key].some((letter) => letter.charCodeAt(0) > 0xff || letter.length > 1))
    return { fault: 'keyNotLatin1' };
  if (Buffer.byteLength(key, 'utf8') > longestKeyBytes) return { fault: 'keyTooLong' };
  return { key };
}
