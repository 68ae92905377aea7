/** A number that is written as these digits, since a JavaScript number keeps neither int64 ids nor trailing zeros. */
export class Digits {
  constructor(readonly text: string) {}
}

/** Writes JSON, {@link Digits} digit for digit; keys that hold undefined are left out. */
export function writeJson(value: unknown): string {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, item]) => item !== undefined);
    return `{${fields.map(([name, item]) => `${JSON.stringify(name)}:${writeJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
