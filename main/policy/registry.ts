/**
 * Parses the output of `reg.exe query KEY` into JSON values: REG_DWORD becomes a number, REG_MULTI_SZ a list, REG_SZ
 * a string. Other types and the values of subkeys are dropped.
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
