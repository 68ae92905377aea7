import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { dropKey, reg } from '../../scripts/windows/windows-tools';
import { type PolicyKey, policyKeys } from './keys';
import { platformSources } from './platform-sources';
import { readPolicy } from './policy';
import { policyReport } from './report';

const hives = ['HKLM', 'HKCU'] as const;
const keyOf = (hive: string) => `${hive}\\Software\\Policies\\Ringside`;
const clean = () => Promise.all(hives.map((hive) => dropKey(keyOf(hive))));
beforeAll(clean);
afterEach(clean);

const add = (hive: string, name: string, type: string, data: string) =>
  reg('add', keyOf(hive), '/v', name, '/t', type, '/d', data, '/f');
const read = () => readPolicy(platformSources('win32'));

/** A policy of the ADMX: its key, its value's name and type, and what its editor can write. */
interface Template {
  key: string;
  name: PolicyKey;
  type: string;
  /** What reg.exe gets, and what Ringside is to read. */
  writes: { data: string; value: unknown }[];
}

const attribute = (text: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? '';
const allOf = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), ([, found = '']) => found);

/** Reads what group policy would write: the element of a policy says the type (Group Policy ADMX Syntax Reference). */
function templateOf(policy: string): Template {
  const key = attribute(policy, 'key');
  if (policy.includes('<enabledValue>')) {
    const [on = '', off = ''] = allOf(policy, /<decimal value="(\d+)"/g);
    const writes = [
      { data: on, value: true },
      { data: off, value: false },
    ];
    return { key, name: attribute(policy, 'valueName') as PolicyKey, type: 'REG_DWORD', writes };
  }
  const [, element = '', rest = ''] = /<elements>\s*<(\w+) ([\s\S]*?)<\/elements>/.exec(policy) ?? [];
  const name = attribute(rest, 'valueName') as PolicyKey;
  const { example } = policyKeys[name];
  switch (element) {
    case 'decimal': {
      const ends = ['minValue', 'maxValue'].map((end) => attribute(rest, end));
      return { key, name, type: 'REG_DWORD', writes: ends.map((data) => ({ data, value: Number(data) })) };
    }
    case 'enum': {
      const choices = allOf(rest, /<string>([^<]*)<\/string>/g);
      return { key, name, type: 'REG_SZ', writes: choices.map((data) => ({ data, value: data })) };
    }
    case 'multiText': {
      const lines = example as readonly string[];
      return { key, name, type: 'REG_MULTI_SZ', writes: [{ data: lines.join('\\0'), value: lines }] };
    }
    default:
      return { key, name, type: 'REG_SZ', writes: [{ data: String(example), value: example }] };
  }
}

const admx = await readFile('docs/policy/Ringside.admx', 'utf8');
const templates = allOf(admx, /(<policy [\s\S]*?<\/policy>)/g).map(templateOf);

describe('what the ADMX lets group policy write', () => {
  it('is every key of a policy, in the key that Ringside reads', () => {
    expect(templates.map(({ name }) => name).sort()).toEqual(Object.keys(policyKeys).sort());
    expect([...new Set(templates.map(({ key }) => key))]).toEqual(['Software\\Policies\\Ringside']);
    expect([...new Set(templates.map(({ type }) => type))].sort()).toEqual([
      'REG_DWORD',
      'REG_MULTI_SZ',
      'REG_SZ',
    ]);
  });

  it.each(hives)('is read from %s with its value and its type', async (hive) => {
    const expected: Record<string, unknown> = {};
    // Each choice is written once; the types are those of both hives.
    const rounds = hive === 'HKLM' ? Math.max(...templates.map(({ writes }) => writes.length)) : 1;
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all(
        templates.map(async ({ name, type, writes }) => {
          const write = writes[round];
          if (!write) return;
          await add(hive, name, type, write.data);
          expected[name] = write.value;
        }),
      );
      const { policy, refused, decisions } = await read();
      expect(policy).toEqual(expected);
      expect(refused).toEqual([]);
      expect(new Set(Object.values(decisions).map(({ where }) => where))).toEqual(new Set([keyOf(hive)]));
    }
  });
});

it("the machine's value takes precedence over the user's, key by key", async () => {
  await add('HKLM', 'idleMinutes', 'REG_DWORD', '3');
  await add('HKCU', 'idleMinutes', 'REG_DWORD', '60');
  await add('HKCU', 'language', 'REG_SZ', 'de');
  // A value that cannot be used leaves the user's in force.
  await add('HKLM', 'balanceSign', 'REG_SZ', 'maybe');
  await add('HKCU', 'balanceSign', 'REG_SZ', 'negativeOwes');
  const result = await read();
  expect(result.policy).toEqual({ idleMinutes: 3, language: 'de', balanceSign: 'negativeOwes' });
  expect(result.decisions).toMatchObject({ idleMinutes: { level: 'machine' }, language: { level: 'user' } });
  expect(result.refused.map(({ name, level }) => [name, level])).toEqual([['balanceSign', 'machine']]);
  const report = policyReport(result, platformSources('win32'), {}, 'settings.json');
  expect(report).toMatch(/idleMinutes +3 +machine: HKLM\\Software\\Policies\\Ringside/);
});

it('without keys there is no policy, and nothing is refused', async () => {
  expect(await read()).toEqual({ policy: {}, decisions: {}, refused: [] });
});

it.each([
  ['REG_BINARY', '05'],
  ['REG_QWORD', '5'],
  ['REG_EXPAND_SZ', '%TEMP%'],
  ['REG_NONE', ''],
])('a value of the type %s is refused and named, and the others apply', async (type, data) => {
  await add('HKLM', 'idleMinutes', type, data);
  await add('HKLM', 'language', 'REG_SZ', 'de');
  const { policy, refused } = await read();
  expect(policy).toEqual({ language: 'de' });
  expect(refused).toMatchObject([{ name: 'idleMinutes', reason: 'bad value', detail: type }]);
});

it.each([
  ['idleMinutes', 'REG_SZ', '5'],
  ['language', 'REG_DWORD', '5'],
  ['apiAddresses', 'REG_SZ', 'https://a.example'],
  ['maskContact', 'REG_DWORD', '2'],
])('%s of the type %s and the value %s is refused', async (name, type, data) => {
  await add('HKCU', name, type, data);
  const { policy, refused } = await read();
  expect(policy).toEqual({});
  expect(refused).toMatchObject([{ name, reason: 'bad value' }]);
});

it.each([
  'file://server/Büro für Telefonie/index',
  'file://server/日本/€/index',
  'https://files.example/index?sig=a%2Fb&c="d"',
  'file://server/with \\ backslash/index',
])('characters outside of the code page of reg.exe are read: %s', async (url) => {
  await add('HKLM', 'phoneIndexUrl', 'REG_SZ', url.replaceAll('"', '\\"'));
  await add('HKLM', 'idleMinutes', 'REG_DWORD', '5');
  await add('HKLM', 'externalLinkHosts', 'REG_MULTI_SZ', 'a.example\\0b.example');
  await add('HKLM', 'language', 'REG_BINARY', '00');
  const { policy, refused } = await read();
  expect(policy).toMatchObject({ idleMinutes: 5, externalLinkHosts: ['a.example', 'b.example'] });
  expect(decodeURI(policy.phoneIndexUrl ?? '')).toBe(decodeURI(url.replaceAll('"', '\\"')));
  expect(refused).toMatchObject([{ name: 'language', detail: 'REG_BINARY' }]);
});

it('without a folder for the export, the values that reg.exe prints whole apply, and the others are named', async () => {
  await add('HKLM', 'phoneIndexUrl', 'REG_SZ', 'https://files.example/index?sig=a');
  await add('HKLM', 'idleMinutes', 'REG_DWORD', '5');
  for (const name of ['TEMP', 'TMP']) vi.stubEnv(name, 'Z:\\none\\at\\all');
  try {
    const { policy, refused } = await read();
    expect(policy).toEqual({ idleMinutes: 5 });
    expect(refused).toMatchObject([{ name: 'phoneIndexUrl', reason: 'unreadable' }]);
  } finally {
    vi.unstubAllEnvs();
  }
});

it('the case of a name does not matter, as for Windows', async () => {
  await add('HKLM', 'IDLEMINUTES', 'REG_DWORD', '7');
  await add('HKCU', 'idleminutes', 'REG_DWORD', '8');
  expect(await read()).toMatchObject({ policy: { idleMinutes: 7 }, refused: [] });
});

it('the default value is refused as unknown, and values of subkeys are not read', async () => {
  await reg('add', keyOf('HKLM'), '/ve', '/t', 'REG_SZ', '/d', 'x', '/f');
  await reg('add', `${keyOf('HKLM')}\\More`, '/v', 'language', '/t', 'REG_SZ', '/d', 'de', '/f');
  const { policy, refused } = await read();
  expect(policy).toEqual({});
  expect(refused).toMatchObject([{ reason: 'unknown' }]);
});

it('200 addresses are read', async () => {
  const addresses = Array.from({ length: 200 }, (_, at) => `https://studio-${at}.open-api.magicline.com`);
  await add('HKLM', 'apiAddresses', 'REG_MULTI_SZ', addresses.join('\\0'));
  expect((await read()).policy.apiAddresses).toEqual(addresses);
});
