/**
 * A number that is written with exactly these digits. A JavaScript number loses digits of int64 IDs and trailing
 * zeros.
 */
export class Digits {
  constructor(readonly text: string) {
    if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text))
      throw new Error(`Not a JSON number: ${text}`);
  }
}

export type Json = string | number | boolean | null | Digits | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json | undefined };

/** Writes JSON with {@link Digits} digit for digit; undefined fields are left out. */
export function writeJson(value: Json): string {
  if (value instanceof Digits) return value.text;
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new Error(`${value} would lose digits; write it as Digits`);
  if (isList(value)) return `[${value.map(writeJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).flatMap(([name, item]) =>
    item === undefined ? [] : [`${JSON.stringify(name)}:${writeJson(item)}`],
  );
  return `{${fields.join(',')}}`;
}

/** `Array.isArray` does not narrow a readonly array. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
