/** Maximum length of a studio's name, in characters. */
const maxLength = 200;

/**
 * Name of a studio as one line, without characters that are not seen. SECURITY: a name can come from an API or a page. A
 * line break would forge lines of `--studios`, and a control character would reach the administrator's terminal.
 */
export function cleanName(text: string): string {
  return oneLine(text).slice(0, maxLength);
}

/** A text as one line, without characters that are not seen. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
