import { expect, it } from 'vitest';
import { policyKeys } from './keys';
import { policyNotes } from './notes';
import { type PolicySource, readPolicy } from './policy';
import { policyReport } from './report';

it('lists each key with its value and source, and what was refused', async () => {
  const sources: PolicySource[] = [
    {
      level: 'machine',
      where: 'HKLM\\X',
      read: async () => ({ idleMinutes: 3, language: 'tlh', theme: 'dark' }),
    },
    { level: 'user', where: 'HKCU\\X', read: async () => ({ idleMinutes: 9, maskContact: 1 }) },
  ];
  const saved = { language: 'de', maskContact: false, addresses: ['https://studio.example'] };
  const report = policyReport(await readPolicy(sources), sources, saved, '/home/x/settings.json');
  const lines = report.split('\n').map((line) => line.split(/ {2,}/));
  expect(lines).toEqual(
    expect.arrayContaining([
      ['', 'machine: HKLM\\X'],
      ['', 'user: HKCU\\X'],
      ['apiAddresses', '["https://studio.example"]', 'settings: /home/x/settings.json'],
      ['idleMinutes', '3', 'machine: HKLM\\X'],
      ['maskContact', 'true', 'user: HKCU\\X'],
      ['language', 'de', 'settings: /home/x/settings.json'],
      ['balanceSign', '–', 'default'],
      ['', 'machine: HKLM\\X: theme is no key of a policy'],
    ]),
  );
  expect(report).toContain('machine: HKLM\\X: language has a value that cannot be used');
});

it('says when nothing was refused', async () => {
  expect(policyReport(await readPolicy([]), [], {}, 'settings.json')).toContain('Nothing was refused.');
});

it('says of a secret only that it is set, even when it was refused', async () => {
  const secret = Buffer.from('a canary of thirty-two bytes ....').toString('base64');
  const source = (phoneIndexKey: string): PolicySource => ({
    level: 'machine',
    where: 'X',
    read: async () => ({ phoneIndexKey }),
  });
  for (const key of [secret, secret.slice(0, 20)]) {
    const sources = [source(key)];
    const report = policyReport(await readPolicy(sources), sources, {}, 'settings.json');
    expect(report).not.toContain(key.slice(0, 8));
    expect(report).toMatch(
      key === secret ? /^phoneIndexKey +set +machine: X$/m : /phoneIndexKey has a value/,
    );
  }
});

it.each([
  ['https://x.example/i?sig=CANARY#CANARY', 'https://x.example/i?…'],
  ['file://server/share/i?sig=CANARY', 'file://server/share/i?…'],
  ['https://x.example/i', 'https://x.example/i'],
  ['file:///srv/i', 'file:///srv/i'],
])('says of %s no query, which may be an access token', async (phoneIndexUrl, shown) => {
  const sources: PolicySource[] = [{ level: 'machine', where: 'X', read: async () => ({ phoneIndexUrl }) }];
  const report = policyReport(await readPolicy(sources), sources, {}, 'settings.json');
  expect(report).not.toContain('CANARY');
  expect(report.split('\n').map((line) => line.split(/ {2,}/))).toContainEqual([
    'phoneIndexUrl',
    shown,
    'machine: X',
  ]);
});

it.each([
  [{ phoneIndexUrl: 'https://x.example/i' }, ['phoneIndexKey and phoneIndexPublicKey', 'phoneLookup is off']],
  [
    { phoneIndexUrl: 'https://x.example/i', phoneIndexKey: 'k', phoneLookup: 'onDemand' },
    ['phoneIndexPublicKey'],
  ],
  [{ phoneIndexAlso: ['PROSPECT'] }, ['--phone-index']],
  [{ phoneIndexKey: policyKeys.phoneIndexKey.example }, ['published example']],
  [
    {
      phoneIndexUrl: 'https://x.example/i',
      phoneIndexKey: 'k',
      phoneIndexPublicKey: 'p',
      phoneLookup: 'onDemand',
    },
    [],
  ],
  [{ dialLinks: true, phoneLinks: ['callto', 'tel'] }, ['come back as a call']],
  [{ dialLinks: true, phoneLinks: ['callto'] }, []],
  [{ dialLinks: false, phoneLinks: ['tel'] }, []],
  [{ phoneLookup: 'inBackground', phoneIndexAlso: ['PROSPECT'] }, []],
  [{}, []],
] as const)('notes what contradicts in %j', (policy, notes) => {
  const noted = policyNotes(policy as never);
  expect(noted).toHaveLength(notes.length);
  for (const [index, note] of notes.entries()) expect(noted[index]?.text).toContain(note);
});

it('ends with the notes', async () => {
  const sources: PolicySource[] = [
    { level: 'machine', where: 'X', read: async () => ({ phoneIndexAlso: ['PROSPECT'] }) },
  ];
  const report = policyReport(await readPolicy(sources), sources, {}, 'settings.json');
  expect(report).toMatch(/\nNotes\n {2}phoneIndexAlso has no effect/);
});
