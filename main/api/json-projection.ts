// ASCII codes. In UTF-8 they are never part of another character.
export const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
export const openList = 0x5b;
export const closeList = 0x5d;
export const openObject = 0x7b;
export const closeObject = 0x7d;

/** Whether the bytes between two offsets are the name of a wanted field. */
export type FieldFilter = (bytes: Buffer, from: number, to: number) => boolean;

/**
 * Selects these fields. The comparison is a loop because a call into native code takes longer than a name. A name
 * with escape sequences is always selected; the parser decides about it.
 */
export function fieldFilter(names: readonly string[]): FieldFilter {
  const byLength: Buffer[][] = [];
  for (const name of names) byLength[name.length] = [...(byLength[name.length] ?? []), Buffer.from(name)];
  return (bytes, from, to) => {
    for (const name of byLength[to - from] ?? []) if (isAt(bytes, from, name)) return true;
    for (let at = from; at < to; at += 1) if (bytes[at] === backslash) return true;
    return false;
  };
}

function isAt(bytes: Buffer, from: number, name: Buffer): boolean {
  for (let at = 0; at < name.length; at += 1) if (bytes[from + at] !== name[at]) return false;
  return true;
}

/** Result of filtering one piece of a list. */
export interface FilteredList {
  /** JSON list of the complete elements, with the wanted fields only. */
  json: string;
  /** Number of bytes that were consumed. */
  used: number;
  /** How the list ended, if it ended: with its own bracket, or with one that cannot belong to it. */
  end?: 'closed' | 'broken';
}

/**
 * Removes unwanted fields from a list of objects before it is parsed. They are three quarters of a customer's record;
 * bank accounts and card numbers among them never become strings. The removed parts are not validated; the parser
 * validates the rest.
 *
 * @param bytes UTF-8 of a list, starting at its first element or after a comma, split at any byte
 */
export function filterFields(bytes: Buffer, wants: FieldFilter): FilteredList {
  const kept = Buffer.allocUnsafe(bytes.length + 2);
  kept[0] = openList;
  let length = 1;
  /** Offset where the bytes being kept begin; -1 while bytes are skipped. */
  let from = 0;
  let depth = 1;
  let inObject = false;
  /** True when the next string is a field name. It begins at `field`, including its comma. */
  let isName = false;
  let field = 0;
  let isFirst = false;
  let used = 0;
  /** Bytes of `kept` that belong to complete elements. */
  let whole = 1;
  let end: FilteredList['end'];
  const keepUpTo = (to: number) => {
    if (from >= 0) length += bytes.copy(kept, length, from, to);
  };

  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === quote) {
      const closing = endOfString(bytes, at);
      if (closing < 0) break;
      if (isName) {
        const wanted = wants(bytes, at + 1, closing);
        if (wanted && from < 0) from = isFirst && bytes[field] === comma ? field + 1 : field;
        if (!wanted) {
          keepUpTo(field);
          from = -1;
        } else isFirst = false;
        isName = false;
      }
      at = closing;
    } else if (code === openObject || code === openList) {
      depth += 1;
      if (depth === 2) {
        inObject = code === openObject;
        isName = inObject;
        isFirst = true;
        field = at + 1;
      }
    } else if (code === closeObject || code === closeList) {
      depth -= 1;
      if (depth === 1 && from < 0) from = at;
      if (depth === 1) isName = false;
      if (depth === 0) {
        keepUpTo(at);
        used = at + 1;
        end = code === closeList ? 'closed' : 'broken';
        break;
      }
    } else if (code === comma && depth === 2 && inObject) {
      isName = true;
      field = at;
    } else if (code === comma && depth === 1) {
      keepUpTo(at);
      from = at;
      used = at + 1;
      whole = length;
    }
  }
  if (end) whole = length;
  kept[whole] = closeList;
  return { json: kept.toString('utf8', 0, whole + 1), used, ...(end && { end }) };
}

/** Index of the quote that closes the string opened at `at`; -1 when it has not arrived yet. */
export function endOfString(bytes: Buffer, at: number): number {
  for (let end = bytes.indexOf(quote, at + 1); end >= 0; end = bytes.indexOf(quote, end + 1)) {
    let slashes = 0;
    while (bytes[end - 1 - slashes] === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return -1;
}
