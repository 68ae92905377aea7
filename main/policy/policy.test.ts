import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { allowedAddresses, type PolicyKey, policyKeys } from './keys';
import { jsonFile, platformSources } from './platform-sources';
import { type Level, type PolicySource, readPolicy } from './policy';
import { lostNames, parseExported, parseRegistry, UnusableType } from './registry';

function source(level: Level, values: Record<string, unknown> | undefined): PolicySource {
  return { level, where: level, read: async () => values };
}

const machine = (values: Record<string, unknown>) => readPolicy([source('machine', values)]);

const good: [PolicyKey, unknown, unknown?][] = [
  [
    'apiAddresses',
    ['https://a.example', 'https://gateway.example/fit/'],
    ['https://a.example', 'https://gateway.example/fit'],
  ],
  ['apiAddress', 'https://studio.example'],
  ['apiAddress', ' https://studio.example/v1/ ', 'https://studio.example'],
  ['apiAddress', 'http://127.0.0.1:8080'],
  ['balanceSign', 'negativeOwes'],
  ['verificationFactors', ['dateOfBirth', 'postcode', 'customerNumber']],
  ['verificationFactors', []],
  ['verificationOverride', true],
  ['requestsPerMinute', 120],
  ['language', 'de'],
  ['idleMinutes', 0],
  ['maskContact', true],
  ['maskContact', 1, true],
  ['maskContact', 0, false],
  ['contentProtection', true],
  ['phoneLookup', 'inBackground'],
  ['phoneLookup', 'off'],
  ['phoneIndexAlso', []],
  ['phoneIndexAlso', ['FORMER_MEMBER', 'PROSPECT']],
  ['phoneIndexRequestsPerMinute', 1],
  ['phoneIndexHours', 168],
  ['phoneIndexSpreadMinutes', 0],
  ['phoneIndexUrl', 'https://files.example/ringside/phone-index'],
  ['phoneIndexUrl', 'http://127.0.0.1:8080/phone-index'],
  ['phoneIndexUrl', 'file:///srv/phone-index'],
  ['phoneIndexUrl', 'file://server/share/phone-index'],
  ['phoneIndexKey', policyKeys.phoneIndexKey.example],
  ['phoneIndexPublicKey', policyKeys.phoneIndexPublicKey.example],
  ['phoneLinks', ['tel', 'callto']],
  ['phoneLinks', []],
  ['dialLinks', true],
  ['dialLinks', 0, false],
  ['callNotifications', true],
  ['callNotifications', 0, false],
  ['startWithSession', true],
  ['startWithSession', 1, true],
  ['updates', false],
  ['feedUrl', 'https://updates.example/ringside/'],
  ['feedUrl', 'https://updates.example/ringside', 'https://updates.example/ringside/'],
  ['channel', 'pilot'],
  ['telemetryEndpoint', 'https://otel.example', 'https://otel.example/'],
  ['datadogSite', 'datadoghq.eu'],
  ['externalLinkHosts', ['app.datadoghq.eu', 'wiki.example']],
];

it('the older key counts as a list of one, and the list takes precedence', () => {
  expect(allowedAddresses({})).toBeUndefined();
  expect(allowedAddresses({ apiAddress: 'https://a.example' })).toEqual(['https://a.example']);
  expect(allowedAddresses({ apiAddress: 'https://a.example', apiAddresses: ['https://b.example'] })).toEqual([
    'https://b.example',
  ]);
});

it.each(good)('takes %s: %j', async (key, value, expected = value) => {
  expect((await machine({ [key]: value })).policy).toEqual({ [key]: expected });
});

it('covers every key with a valid value, and its own example is one', async () => {
  expect(new Set(good.map(([key]) => key))).toEqual(new Set(Object.keys(policyKeys)));
  const examples = Object.fromEntries(
    Object.entries(policyKeys).map(([name, { example }]) => [name, example]),
  );
  expect((await machine(examples)).policy).toEqual(examples);
});

const bad: [PolicyKey, unknown][] = [
  ['apiAddresses', []],
  ['apiAddresses', ['https://a.example', 'http://b.example']],
  ['apiAddress', 'http://studio.example'],
  ['apiAddress', 'https://a:b@studio.example'],
  ['apiAddress', ''],
  ['apiAddress', 1],
  ['balanceSign', 'owes'],
  ['verificationFactors', ['shoeSize']],
  ['verificationFactors', 'dateOfBirth'],
  ['verificationOverride', 'yes'],
  ['requestsPerMinute', 5],
  ['requestsPerMinute', 1_001],
  ['language', 'tlh'],
  ['idleMinutes', -1],
  ['idleMinutes', '5'],
  ['maskContact', 'yes'],
  ['maskContact', 2],
  ['contentProtection', 'on'],
  ['phoneLookup', 'always'],
  ['phoneLookup', true],
  ['phoneIndexAlso', ['MEMBER']],
  ['phoneIndexAlso', 'PROSPECT'],
  ['phoneIndexRequestsPerMinute', 0],
  ['phoneIndexRequestsPerMinute', 601],
  ['phoneIndexHours', 0.5],
  ['phoneIndexHours', 169],
  ['phoneIndexSpreadMinutes', -1],
  ['phoneIndexUrl', 'http://files.example/phone-index'],
  ['phoneIndexUrl', 'https://user:secret@files.example/phone-index'],
  ['phoneIndexUrl', '\\\\server\\share\\phone-index'],
  ['phoneIndexUrl', 'data:text/plain,x'],
  ['phoneIndexKey', Buffer.alloc(31).toString('base64')],
  ['phoneIndexKey', 'not base64, but long enough to be a key of 32 bytes'],
  ['phoneIndexPublicKey', Buffer.alloc(44).toString('base64')],
  ['phoneIndexPublicKey', `${policyKeys.phoneIndexPublicKey.example}AAAA`],
  ['phoneLinks', ['sip']],
  ['phoneLinks', 'tel'],
  ['dialLinks', 'yes'],
  ['callNotifications', 'always'],
  ['startWithSession', 'minimized'],
  ['updates', 'off'],
  ['feedUrl', 'http://updates.example/'],
  ['feedUrl', 'file:///tmp/'],
  ['feedUrl', 'updates'],
  ['channel', 'nightly'],
  ['telemetryEndpoint', 'http://otel.example/'],
  ['datadogSite', 'https://datadoghq.eu'],
  ['datadogSite', 'evil.example/x'],
  ['externalLinkHosts', ['*.example']],
  ['externalLinkHosts', ['https://wiki.example']],
  ['externalLinkHosts', ['wiki.example:8443']],
  ['externalLinkHosts', ['wiki.example/path']],
  ['externalLinkHosts', ['Wiki.example']],
  ['externalLinkHosts', Array(51).fill('a.example')],
];

it.each(bad)('refuses %s: %j by name and keeps the rest', async (key, value) => {
  const other = key === 'language' ? { maskContact: true } : { language: 'de' };
  const { policy, refused } = await machine({ [key]: value, ...other });
  expect(policy).toEqual(other);
  expect(refused).toEqual([expect.objectContaining({ name: key, reason: 'bad value', level: 'machine' })]);
  // The message names the expected value and never quotes the given one.
  if (typeof value === 'string' && value.length > 4) expect(JSON.stringify(refused)).not.toContain(value);
});

it('covers every key with an invalid value', () => {
  expect(new Set(bad.map(([key]) => key))).toEqual(new Set(Object.keys(policyKeys)));
});

it.each(['theme', 'constructor', '__proto__', 'nobody-knows'])(
  'warns of %s, which it does not know',
  async (name) => {
    const { policy, refused } = await machine(JSON.parse(`{"${name}": 1, "language": "de"}`));
    expect(policy).toEqual({ language: 'de' });
    expect(refused).toEqual([{ name, reason: 'unknown', level: 'machine', where: 'machine' }]);
  },
);

describe('of two sources', () => {
  it('gives the machine precedence over the user for each key, in any order of reading', async () => {
    const sources = [
      source('machine', { language: 'de', idleMinutes: 3 }),
      source('user', { language: 'en', maskContact: true }),
    ];
    for (const order of [sources, sources.toReversed()]) {
      const { policy, decisions } = await readPolicy(order);
      expect(policy).toEqual({ language: 'de', idleMinutes: 3, maskContact: true });
      expect(decisions.language?.level).toBe('machine');
      expect(decisions.maskContact?.level).toBe('user');
    }
  });

  it("uses the user's value when the machine's is invalid", async () => {
    const { policy } = await readPolicy([
      source('machine', { idleMinutes: 'x' }),
      source('user', { idleMinutes: 3 }),
    ]);
    expect(policy).toEqual({ idleMinutes: 3 });
  });

  it('reports a source that cannot be read, and uses the other one', async () => {
    const broken: PolicySource = {
      ...source('machine', {}),
      read: () => Promise.reject(new Error('CANARY')),
    };
    const { policy, refused } = await readPolicy([broken, source('user', { language: 'de' })]);
    expect(policy).toEqual({ language: 'de' });
    expect(refused).toEqual([
      { level: 'machine', where: 'machine', name: '(everything)', reason: 'unreadable' },
    ]);
  });

  it('treats a missing source as no policy', async () => {
    expect(await readPolicy([source('machine', undefined)])).toEqual({
      policy: {},
      decisions: {},
      refused: [],
    });
  });
});

describe('a file', () => {
  it.each([
    ['{"idleMinutes": 3}', { idleMinutes: 3 }, 0],
    ['{"idleMinutes": 3', {}, 1],
    ['[]', {}, 1],
    ['null', {}, 1],
  ])('that says %s', async (text, policy, refused) => {
    const folder = await mkdtemp(join(tmpdir(), 'ringside-policy-'));
    const file = join(folder, 'policy.json');
    expect(await readPolicy([jsonFile(file, 'machine')])).toMatchObject({ policy: {}, refused: [] });
    await writeFile(file, text);
    const read = await readPolicy([jsonFile(file, 'machine')]);
    expect(read.policy).toEqual(policy);
    expect(read.refused).toHaveLength(refused);
    await rm(folder, { recursive: true });
  });
});

it.each([
  ['win32', ['HKLM\\Software\\Policies\\Ringside', 'HKCU\\Software\\Policies\\Ringside']],
  [
    'darwin',
    [
      '/Library/Managed Preferences/app.ringside.console.plist',
      '/Library/Managed Preferences/anna/app.ringside.console.plist',
    ],
  ],
  ['linux', ['/etc/ringside/policy.json']],
] as const)('%s keeps its policy where only an administrator can write', (platform, places) => {
  const sources = platformSources(platform, {}, 'anna');
  expect(sources.map(({ where }) => where)).toEqual(places);
  expect(sources.map(({ level }) => level)).toEqual(['machine', 'user'].slice(0, places.length));
});

describe('the registry', () => {
  const printed = [
    '',
    'HKEY_LOCAL_MACHINE\\Software\\Policies\\Ringside',
    '    apiAddress    REG_SZ    https://studio.example',
    '    idleMinutes    REG_DWORD    0x5',
    '    maskContact    REG_DWORD    0x1',
    '    verificationFactors    REG_MULTI_SZ    dateOfBirth\\0postcode',
    '    externalLinkHosts    REG_MULTI_SZ    ',
    '    balanceSign    REG_SZ',
    '    odd one    REG_BINARY    00FF',
    '',
    'HKEY_LOCAL_MACHINE\\Software\\Policies\\Ringside\\More',
    '    language    REG_SZ    de',
    '',
  ].join('\r\n');

  it("is parsed from reg.exe's output: texts, numbers, lists, other types by their names, and no subkeys", () => {
    expect(parseRegistry(printed)).toEqual({
      apiAddress: 'https://studio.example',
      idleMinutes: 5,
      maskContact: 1,
      verificationFactors: ['dateOfBirth', 'postcode'],
      externalLinkHosts: [],
      balanceSign: '',
      'odd one': new UnusableType('REG_BINARY'),
    });
  });

  it.each([
    ['plain values', 'idleMinutes    REG_DWORD    0x5', []],
    ['an umlaut', 'phoneIndexUrl    REG_SZ    file://server/B\xfcro', ['phoneIndexUrl']],
    [
      'a question mark, which may stand for another character',
      'phoneIndexUrl    REG_SZ    file://server/??',
      ['phoneIndexUrl'],
    ],
    [
      'one line of a list',
      'externalLinkHosts    REG_MULTI_SZ    a.example\\0b?.example',
      ['externalLinkHosts'],
    ],
  ])('tells in which values reg.exe may have lost a character: %s', (_, line, lost) => {
    expect(lostNames(parseRegistry(`HKEY_LOCAL_MACHINE\\Software\r\n    ${line}`))).toEqual(lost);
  });

  describe.skipIf(process.platform === 'win32')('with a value whose characters are lost', () => {
    const written = 'file://server/B\u00fcro';

    /** Reads the policy with a stand-in for reg.exe. @param temporary folder in which it is to export */
    async function readWith(exportedLines: readonly string[], temporary?: string) {
      const folder = await mkdtemp(join(tmpdir(), 'ringside-reg-'));
      await mkdir(join(folder, 'System32'));
      const answers = [
        'HKEY_LOCAL_MACHINE\\Software\\Policies\\Ringside',
        '    phoneIndexUrl    REG_SZ    file://server/B?ro',
        '    idleMinutes    REG_DWORD    0x5',
      ];
      await writeFile(join(folder, 'query'), answers.join('\r\n'));
      const file = ['[HKEY_LOCAL_MACHINE\\Software\\Policies\\Ringside]', ...exportedLines, ''].join('\r\n');
      await writeFile(join(folder, 'export'), file, 'utf16le');
      const script = `#!/bin/sh\n[ $1 = query ] && exec cat '${folder}/query'\nexec cp '${folder}/export' "$3"\n`;
      await writeFile(join(folder, 'System32', 'reg.exe'), script, { mode: 0o755 });
      const [source] = platformSources('win32', { SystemRoot: folder });
      if (!source) throw new Error('No source');
      vi.stubEnv('TMPDIR', temporary ?? folder);
      try {
        return await readPolicy([source]);
      } finally {
        vi.unstubAllEnvs();
        await rm(folder, { recursive: true });
      }
    }

    it('takes that value from the export, and no other', async () => {
      // The user may have replaced the file.
      const { policy, refused } = await readWith([
        `"phoneIndexUrl"="${written}"`,
        '"idleMinutes"=dword:00000000',
        '"language"="de"',
      ]);
      expect(policy).toEqual({ phoneIndexUrl: written, idleMinutes: 5 });
      expect(refused).toEqual([]);
    });

    it.each([
      ['cannot be made', [`"phoneIndexUrl"="${written}"`], '/nowhere'],
      ['lacks the value', [], undefined],
    ])('keeps the others where the export %s', async (_, lines, temporary) => {
      const { policy, refused } = await readWith(lines, temporary);
      expect(policy).toEqual({ idleMinutes: 5 });
      expect(refused).toMatchObject([{ name: 'phoneIndexUrl', reason: 'unreadable' }]);
    });
  });

  it('is parsed from an exported file, with continued lines, escapes and no subkeys', () => {
    const file = [
      'Windows Registry Editor Version 5.00',
      '',
      '[HKEY_LOCAL_MACHINE\\Software\\Policies\\Ringside]',
      '@="default"',
      '"phoneIndexUrl"="file://server/B\u00fcro \\\\ \\"x\\""',
      '"idleMinutes"=dword:0000000a',
      '"externalLinkHosts"=hex(7):61,00,2e,00,65,00,00,00,\\',
      '  62,00,2e,00,65,00,00,00,00,00',
      '"language"=hex(1):64,00,65,00,00,00',
      '"channel"=hex(2):64,00,00,00',
      '"maskContact"=hex:00',
      '',
      '[HKEY_LOCAL_MACHINE\\Software\\Policies\\Ringside\\More]',
      '"language"="en"',
      '',
    ].join('\r\n');
    expect(parseExported(file)).toEqual({
      '(Default)': 'default',
      phoneIndexUrl: 'file://server/B\u00fcro \\ "x"',
      idleMinutes: 10,
      externalLinkHosts: ['a.e', 'b.e'],
      language: 'de',
      channel: new UnusableType('REG_EXPAND_SZ'),
      maskContact: new UnusableType('REG_BINARY'),
    });
    expect(parseExported('')).toEqual({});
  });

  it('makes a policy', async () => {
    const { policy, refused } = await machine(parseRegistry(printed));
    expect(policy).toEqual({
      apiAddress: 'https://studio.example',
      idleMinutes: 5,
      maskContact: true,
      verificationFactors: ['dateOfBirth', 'postcode'],
      externalLinkHosts: [],
    });
    expect(refused.map(({ name }) => name)).toEqual(['balanceSign', 'odd one']);
  });

  it("gives an empty policy without Ringside's keys", () => {
    expect(parseRegistry('')).toEqual({});
  });
});
