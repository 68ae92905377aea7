import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { appId } from '../app-id';
import { parseJsonFile } from '../json-file';
import { lazyBuiltins } from '../lazy-builtins';
import { unlessAbsent } from '../replace-file';
import { policyKeys } from './keys';
import type { Level, PolicySource } from './policy';
import { lostNames, parseExported, parseRegistry, Unreadable } from './registry';

/** Runs a system tool and returns its output. */
const run = (tool: string, args: string[], options: { timeout: number; windowsHide?: boolean }) =>
  promisify(lazyBuiltins.childProcess().execFile)(tool, args, options);

/** Time limit of a system tool, in milliseconds. A tool that hangs must not keep the window from opening. */
const timeout = 5_000;

/**
 * Policy sources of each platform: places that an ordinary user cannot write to.
 *
 * @param env provides the Windows folder
 * @param user whose profile is read on macOS
 */
export function platformSources(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  user = userInfo().username,
): PolicySource[] {
  switch (platform) {
    case 'win32':
      // SECURITY: the full path, so that another reg.exe earlier in PATH is not used. Node and Electron do not tell the Windows
      // folder except by SystemRoot. A fixed C:\Windows is no better: where Windows is on another drive, any user can create it.
      return (['HKLM', 'HKCU'] as const).map((hive) =>
        registry(`${hive}\\Software\\Policies\\Ringside`, hive === 'HKLM' ? 'machine' : 'user', {
          tool: join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe'),
        }),
      );
    case 'darwin': {
      const folder = '/Library/Managed Preferences';
      return [
        profile(`${folder}/${appId}.plist`, 'machine'),
        profile(`${folder}/${user}/${appId}.plist`, 'user'),
      ];
    }
    default:
      return [jsonFile('/etc/ringside/policy.json', 'machine')];
  }
}

/** Reads a policy from a JSON file. */
export function jsonFile(where: string, level: Level): PolicySource {
  return { level, where, read: async () => objectOf(await unlessAbsent(readFile(where, 'utf8'))) };
}

/** Reads a key of the Windows registry with `reg.exe`. */
function registry(where: string, level: Level, { tool }: { tool: string }): PolicySource {
  return {
    level,
    where,
    async read() {
      const printed = await queried(tool, where);
      if (printed === undefined) return undefined;
      const values = parseRegistry(printed.toString('latin1'));
      const lost = lostNames(values);
      if (lost.length === 0) return byKnownNames(values);
      // SECURITY: the user chooses the folder of the file, so it decides about no value that the query has whole.
      const whole = await exported(tool, where).catch((): Record<string, unknown> => ({}));
      for (const name of lost) values[name] = whole[name] ?? new Unreadable();
      return byKnownNames(values);
    },
  };
}

/** What `reg.exe query` prints; undefined when the key does not exist. */
async function queried(tool: string, where: string): Promise<Buffer | undefined> {
  const options = { timeout, windowsHide: true, encoding: 'buffer' } as const;
  try {
    return (await promisify(lazyBuiltins.childProcess().execFile)(tool, ['query', where], options)).stdout;
  } catch (error) {
    if ((error as { code?: unknown }).code === 1) return undefined;
    throw error;
  }
}

/** Takes longer than a query, and is needed for values with characters other than ASCII. */
async function exported(tool: string, where: string): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-policy-'));
  try {
    const file = join(folder, 'policy.reg');
    await run(tool, ['export', where, file, '/y'], { timeout, windowsHide: true });
    return parseExported(await readFile(file, 'utf16le'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The registry ignores the case of names. */
function byKnownNames(values: Record<string, unknown>): Record<string, unknown> {
  const known = new Map(Object.keys(policyKeys).map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [known.get(name.toLowerCase()) ?? name, value]),
  );
}

/** Reads a property list, which macOS may store as binary; plutil converts both formats. */
function profile(where: string, level: Level): PolicySource {
  return {
    level,
    where,
    async read() {
      if ((await unlessAbsent(readFile(where))) === undefined) return undefined;
      const args = ['-convert', 'json', '-o', '-', where];
      return objectOf((await run('/usr/bin/plutil', args, { timeout })).stdout);
    },
  };
}

/** @throws when the text is not a JSON object */
function objectOf(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  const json = parseJsonFile(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error('Not an object');
  return json as Record<string, unknown>;
}
