import { expect, it } from 'vitest';
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
