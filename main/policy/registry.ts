/**
 * The values that `reg.exe query KEY` prints, as JSON would have them: REG_DWORD as a number, REG_MULTI_SZ as a list, REG_SZ
 * as a text. Other types are left out, and so are the values of keys below.
 *
 * @param printed lines such as `    idleMinutes    REG_DWORD    0x5`
 */
export function parseRegistry(printed: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const keys = printed.split(/\r?\n(?=HKEY_)/);
  const asked = keys.find((part) => part.startsWith('HKEY_')) ?? '';
  for (const line of asked.split(/\r?\n/)) {
    const [, name, type, text = ''] = /^ {4}(.+?) {4}(REG_\w+)(?: {4}(.*))?$/.exec(line) ?? [];
    if (name === undefined || type === undefined) continue;
    const value = fromRegistry(type, text);
    if (value !== undefined) values[name] = value;
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
      return undefined;
  }
}
