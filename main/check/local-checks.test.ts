import { chmod, mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import { readPolicy } from '../policy/policy';
import { checkDisk } from './disk-check';
import { checkKeychain } from './keychain-check';
import { checkLog } from './log-check';
import { checkPolicy } from './policy-check';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-check-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const code = (findings: { code: string }[]) => findings.map((finding) => finding.code);

describe('the keychain', () => {
  /** A fake keychain. */
  function keychain(change: object = {}) {
    const kept = new Map<string, string>([['https://a.example#1', 'canary']]);
    const asked: string[] = [];
    return {
      kept,
      asked,
      save: async (account: string, secret: string): Promise<Outcome<void>> => {
        asked.push(account);
        return succeed(void kept.set(account, secret));
      },
      read: async (account: string): Promise<Outcome<string | null>> => succeed(kept.get(account) ?? null),
      clear: async (account: string): Promise<Outcome<boolean>> => succeed(kept.delete(account)),
      ...change,
    };
  }

  it('works, and only the entry of the check was touched', async () => {
    const secrets = keychain();
    expect(code(await checkKeychain(secrets))).toEqual(['keychainWorks']);
    expect(secrets.asked).toEqual(['check-probe']);
    expect([...secrets.kept]).toEqual([['https://a.example#1', 'canary']]);
  });

  it('is slow above two seconds', async () => {
    const times = [0, 2_001];
    expect(await checkKeychain(keychain(), () => times.shift() ?? 0)).toEqual([
      { code: 'keychainSlow', facts: { ms: 2_001 } },
    ]);
  });

  it.each([
    ['keychainLocked', { save: async () => fail({ kind: 'keychainLocked' }) }],
    ['keychainSilent', { save: async () => fail({ kind: 'keychainTimeout' }) }],
    ['keychainAbsent', { save: async () => fail({ kind: 'keychainUnavailable' }) }],
    ['keychainDiffers', { read: async () => succeed('other') }],
    ['keychainDiffers', { clear: async () => succeed(false) }],
    ['keychainLocked', { clear: async () => fail({ kind: 'keychainLocked' }) }],
  ])('is %s', async (expected, change) => {
    expect(code(await checkKeychain(keychain(change)))).toEqual([expected]);
  });

  it('keeps no entry when the read fails', async () => {
    const secrets = keychain({ read: async () => fail({ kind: 'keychainTimeout' }) });
    expect(code(await checkKeychain(secrets))).toEqual(['keychainSilent']);
    expect([...secrets.kept.keys()]).toEqual(['https://a.example#1']);
  });
});

describe('the policy', () => {
  const read = (values: Record<string, unknown>) =>
    readPolicy([{ level: 'machine', where: 'HKLM\\X', read: async () => values }]);

  it('has a number of values', async () => {
    expect(await checkPolicy(await read({ idleMinutes: 3, language: 'de' }))).toEqual([
      { code: 'policyRead', facts: { values: 2 } },
    ]);
  });

  it('names what was refused and what has no effect, without a value', async () => {
    const findings = await checkPolicy(await read({ phoneIndexKey: 'canary', phoneIndexAlso: ['PROSPECT'] }));
    expect(findings).toEqual([
      { code: 'policyRefused', subject: 'phoneIndexKey', facts: { where: 'HKLM\\X' } },
      { code: 'policyNoted', subject: 'phoneIndexAlso', facts: {} },
    ]);
  });
});

describe('the disk', () => {
  it.each([
    [499_999_999, 'diskLow'],
    [500_000_000, 'diskFree'],
    [49_999_999, 'diskFull'],
  ])('with %d free bytes is %s', async (free, expected) => {
    expect(code(await checkDisk(folder, async () => free))).toEqual([expected]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('has free space of the real file system', async () => {
    const [finding] = await checkDisk(folder);
    expect(finding?.facts).toMatchObject({ megabytes: expect.any(Number), folder });
  });

  it('cannot be written where the folder is a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const [finding] = await checkDisk(file);
    expect(finding).toMatchObject({ code: 'diskUnwritable', facts: { folder: file } });
  });
});

describe('the log', () => {
  it('is made where there is none', async () => {
    const logs = join(folder, 'logs');
    expect(await checkLog(logs)).toEqual([{ code: 'logWritable', facts: { kilobytes: 0, folder: logs } }]);
    expect(await readdir(logs)).toEqual([]);
  });

  it('has the size of its files alone', async () => {
    await writeFile(join(folder, 'ringside.log'), 'x'.repeat(1_500));
    await writeFile(join(folder, 'ringside.1.log'), 'x'.repeat(2_000));
    await writeFile(join(folder, 'other.txt'), 'x'.repeat(9_000));
    expect((await checkLog(folder))[0]?.facts).toMatchObject({ kilobytes: 4 });
  });

  it('is too large when it is not rotated', async () => {
    await writeFile(join(folder, 'ringside.log'), '');
    await truncate(join(folder, 'ringside.log'), 6 * 1024 * 1024 + 1);
    expect(code(await checkLog(folder))).toEqual(['logLarge']);
  });

  it('cannot be written where its file is a folder', async () => {
    const logs = await mkdtemp(join(folder, 'logs-'));
    await mkdir(join(logs, 'ringside.log'));
    expect((await checkLog(logs))[0]).toMatchObject({ code: 'logUnwritable', facts: { error: 'EISDIR' } });
  });

  // Root, and every user on Windows, can write to a folder without write permission in its mode.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('cannot be written', async () => {
    await chmod(folder, 0o500);
    expect((await checkLog(folder))[0]).toMatchObject({ code: 'logUnwritable', facts: { error: 'EACCES' } });
  });
});
