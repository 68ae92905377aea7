import { isDigit, maxIntegerLength } from './exact-json';

// ASCII codes. In UTF-8 they are never part of another character.
export const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
export const openList = 0x5b;
export const closeList = 0x5d;
export const openObject = 0x7b;
export const closeObject = 0x7d;
const point = 0x2e;
const letterE = 0x65;

/** Whether digits that this character follows are only the beginning of a number. */
const goesOn = (code: number | undefined) =>
  code === point || (code !== undefined && (code | 0x20) === letterE);

/** Whether the bytes between two offsets are the name of a wanted field. */
export type FieldFilter = (bytes: Buffer, from: number, to: number) => boolean;

/** Selects these fields. The comparison is a loop because a call into native code takes longer than a name. */
export function fieldFilter(names: readonly string[]): FieldFilter {
  const byLength: Buffer[][] = [];
  for (const name of names) byLength[name.length] = [...(byLength[name.length] ?? []), Buffer.from(name)];
  return (bytes, from, to) => {
    for (const name of byLength[to - from] ?? []) if (isAt(bytes, from, name)) return true;
    return false;
  };
}

function isAt(bytes: Buffer, from: number, name: Buffer): boolean {
  for (let at = 0; at < name.length; at += 1) if (bytes[from + at] !== name[at]) return false;
  return true;
}

/** Which elements of a list are wanted: those from one position to before another. */
export interface Positions {
  from: number;
  to: number;
}

/** Result of filtering one piece of a list. */
export interface FilteredList {
  /** JSON list of the complete elements that are wanted, with the wanted fields only. */
  json: string;
  /** Number of elements in it. */
  count: number;
  /** Number of bytes that were consumed. */
  used: number;
  /** Number of elements that ended with a comma, wanted or not. */
  passed: number;
  /** Whether `json` may contain a number that a double does not represent digit for digit (`exact-json.ts`). */
  mayBeInexact: boolean;
  /** How the list ended, if it ended: with its own bracket, or with one that cannot belong to it. */
  end?: 'closed' | 'broken';
}

/**
 * Removes unwanted elements and fields from a list of objects before it is parsed. The fields are three quarters of a
 * customer's record; bank accounts and card numbers among them never become strings. The removed parts are not
 * validated; the parser validates the rest.
 *
 * @param bytes UTF-8 of a list, starting at its first element or after a comma, split at any byte
 * @param positions counted from the first element of `bytes`
 * @param kept is overwritten; two bytes longer than `bytes`, or more
 */
export function filterFields(
  bytes: Buffer,
  wants: FieldFilter,
  { from: first, to }: Positions,
  kept: Buffer,
): FilteredList {
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
  let passed = 0;
  let count = 0;
  let mayBeInexact = false;
  let end: FilteredList['end'];
  const keepUpTo = (at: number) => {
    if (from >= 0) length += bytes.copy(kept, length, from, at);
  };
  const isWanted = () => passed >= first && passed < to;
  const endElement = (at: number) => {
    used = at + 1;
    if (!isWanted()) return;
    keepUpTo(at);
    whole = length;
    count += 1;
  };

  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] as number;
    if (code === quote) {
      const opening = at;
      let hasEscape = false;
      // A loop, because a call into native code takes longer than most strings.
      for (at += 1; at < bytes.length && bytes[at] !== quote; at += 1)
        if (bytes[at] === backslash) {
          hasEscape = true;
          at += 1;
        }
      if (at >= bytes.length) break;
      if (isName) {
        // The parser decides about a name with escape sequences.
        const wanted = hasEscape || wants(bytes, opening + 1, at);
        if (wanted && from < 0) from = isFirst && bytes[field] === comma ? field + 1 : field;
        if (!wanted) {
          keepUpTo(field);
          from = -1;
        } else isFirst = false;
        isName = false;
      }
    } else if (isDigit(code)) {
      const digits = at;
      while (at + 1 < bytes.length && isDigit(bytes[at + 1] as number)) at += 1;
      if (from >= 0 && (at - digits >= maxIntegerLength || goesOn(bytes[at + 1]))) mayBeInexact = true;
    } else if (code === comma) {
      if (depth === 2) {
        isName = inObject;
        field = at;
      } else if (depth === 1) {
        endElement(at);
        passed += 1;
        // The first wanted element has no comma before it.
        from = passed > first ? at : at + 1;
      }
    } else if (code === openObject || code === openList) {
      depth += 1;
      if (depth === 2) {
        inObject = code === openObject && isWanted();
        isName = inObject;
        isFirst = true;
        field = at + 1;
      }
    } else if (code === closeObject || code === closeList) {
      depth -= 1;
      if (depth === 1) {
        if (from < 0) from = at;
        isName = false;
      } else if (depth === 0) {
        endElement(at);
        end = code === closeList ? 'closed' : 'broken';
        break;
      }
    }
  }
  kept[whole] = closeList;
  const json = kept.toString('utf8', 0, whole + 1);
  return { json, count, used, passed, mayBeInexact, ...(end && { end }) };
}

/** Index of the quote that closes the string opened at `at`; -1 when it has not arrived yet. */
export function endOfString(bytes: Buffer, at: number): number {
  for (let end = at + 1; end < bytes.length; end += 1) {
    if (bytes[end] === quote) return end;
    if (bytes[end] === backslash) end += 1;
  }
  return -1;
}
