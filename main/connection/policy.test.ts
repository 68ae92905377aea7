import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parsePolicy, readPolicy } from './policy';

it.each([
  ['balanceSign', 'negativeOwes'],
  ['verificationFactors', ['dateOfBirth', 'postcode', 'customerNumber']],
  ['verificationFactors', []],
  ['requestsPerMinute', 120],
  ['language', 'de'],
  ['idleMinutes', 0],
  ['maskContact', true],
  ['contentProtection', true],
  ['externalLinkHosts', ['app.datadoghq.eu', 'wiki.example']],
])('takes %s: %j', (key, value) => {
  expect(parsePolicy({ [key]: value })).toEqual({ policy: { [key]: value }, refused: [] });
});

it.each([
  ['balanceSign', 'owes'],
  ['verificationFactors', ['shoeSize']],
  ['verificationFactors', 'dateOfBirth'],
  ['requestsPerMinute', 5],
  ['language', 'tlh'],
  ['idleMinutes', -1],
  ['idleMinutes', '5'],
  ['maskContact', 'yes'],
  ['theme', 'dark'],
  ['externalLinkHosts', ['*.example']],
  ['externalLinkHosts', ['https://wiki.example']],
  ['externalLinkHosts', ['wiki.example:8443']],
  ['externalLinkHosts', ['wiki.example/path']],
  ['externalLinkHosts', ['Wiki.example']],
  ['constructor', 1],
  ['nobody-knows', true],
])('refuses %s: %j by name and keeps the rest', (key, value) => {
  expect(parsePolicy({ [key]: value, contentProtection: true })).toEqual({
    policy: { contentProtection: true },
    refused: [key],
  });
});

it.each([null, [], 'x', 1])('refuses %j as a whole', (json) => {
  expect(parsePolicy(json)).toEqual({ policy: {}, refused: ['(whole file)'] });
});

it('takes a missing file for no policy, and tells of one that is no JSON', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-policy-'));
  const file = join(folder, 'policy.json');
  expect(await readPolicy(undefined)).toEqual({ policy: {}, refused: [] });
  expect(await readPolicy(file)).toEqual({ policy: {}, refused: [] });
  await writeFile(file, '{"idleMinutes": 3}');
  expect(await readPolicy(file)).toEqual({ policy: { idleMinutes: 3 }, refused: [] });
  await writeFile(file, '{"idleMinutes": 3');
  expect((await readPolicy(file)).refused).toEqual(['(whole file)']);
  await rm(folder, { recursive: true });
});
