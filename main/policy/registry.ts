/** A value of a registry type that no policy has, such as REG_BINARY. */
export class UnusableType {
  constructor(readonly type: string) {}
}

/** A value whose characters `reg.exe query` has lost, and that could not be exported. */
export class Unreadable {}

/**
 * Parses the output of `reg.exe query KEY` into JSON values: REG_DWORD becomes a number, REG_MULTI_SZ a list, REG_SZ
 * a string, any other type an {@link UnusableType}. The values of subkeys are dropped.
 *
 * @param printed lines such as `    idleMinutes    REG_DWORD    0x5`
 */
export function parseRegistry(printed: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const keys = printed.split(/\r?\n(?=HKEY_)/);
  const asked = keys.find((part) => part.startsWith('HKEY_')) ?? '';
  for (const line of asked.split(/\r?\n/)) {
    const [, name, type, text = ''] = /^ {4}(.+?) {4}(REG_\w+)(?: {4}(.*))?$/.exec(line) ?? [];
    if (name !== undefined && type !== undefined) values[name] = fromRegistry(type, text);
  }
  return values;
}

function fromRegistry(type: string, text: string): unknown {
  switch (type) {
    case 'REG_SZ':
      return text;
    case 'REG_DWORD':
      return Number.parseInt(text, 16);
    case 'REG_MULTI_SZ':
      return text.split('\\0').filter((each) => each !== '');
    default:
      return new UnusableType(type);
  }
}

/**
 * Names of the values in which `reg.exe query` may have replaced characters: it prints in the console's code page (Console Code
 * Pages, Win32), which has few of them, and writes a question mark for one that it lacks.
 *
 * @param values what {@link parseRegistry} has read from bytes decoded as Latin-1
 */
export function lostNames(values: Readonly<Record<string, unknown>>): string[] {
  const isLost = (text: unknown) => typeof text === 'string' && /[?\x80-\xff]/.test(text);
  return Object.keys(values).filter((name) => [values[name]].flat().some(isLost));
}

/** A line of an exported key: the name in quotes, or `@` for the value without one, and the value. */
const exportedLine = /^(?:"((?:[^"\\]|\\.)*)"|@)=(.*)$/;

/**
 * Parses the file of `reg.exe export KEY` into the same values as {@link parseRegistry}. The file is UTF-16 and has every
 * character.
 *
 * @param text decoded file, whose long values are continued behind a backslash at the end of a line
 */
export function parseExported(text: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const [, asked = ''] = text.replace(/\\\r?\n */g, '').split(/^\[[^\n]*\]\r?\n/m);
  for (const line of asked.split(/\r?\n/)) {
    const [, name = '(Default)', value] = exportedLine.exec(line) ?? [];
    if (value !== undefined) values[unescaped(name)] = fromExport(value);
  }
  return values;
}

function fromExport(value: string): unknown {
  const [, quoted] = /^"(.*)"$/.exec(value) ?? [];
  if (quoted !== undefined) return unescaped(quoted);
  const [, word] = /^dword:([\da-f]{1,8})$/i.exec(value) ?? [];
  if (word !== undefined) return Number.parseInt(word, 16);
  const [, type = '3', bytes = ''] = /^hex(?:\(([\da-f]+)\))?:([\da-f,]*)$/i.exec(value) ?? [];
  const text = Buffer.from(bytes.replaceAll(',', ''), 'hex').toString('utf16le');
  // Types by their numbers (Registry Value Types, winnt.h).
  if (type === '1') return text.replace(/\0.*$/s, '');
  return type === '7'
    ? text.split('\0').filter((each) => each !== '')
    : new UnusableType(exportedTypes[type] ?? `type ${type}`);
}

const exportedTypes: Record<string, string> = {
  0: 'REG_NONE',
  2: 'REG_EXPAND_SZ',
  3: 'REG_BINARY',
  b: 'REG_QWORD',
};

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');
