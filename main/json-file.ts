/**
 * Parses the text of a JSON file. Editors on Windows may put a byte order mark in front of it, which JSON does not allow.
 *
 * @throws SyntaxError
 */
export function parseJsonFile(text: string): unknown {
  return JSON.parse(text.replace(/^\ufeff/, ''));
}
