import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lazyBuiltins } from '../lazy-builtins';
import type { Level, PolicySource } from './policy';
import { parseRegistry } from './registry';

/** Runs a system tool and returns its output. */
const run = (tool: string, args: string[], options: { timeout: number; windowsHide?: boolean }) =>
  promisify(lazyBuiltins.childProcess().execFile)(tool, args, options);

/** Time limit of a system tool, in milliseconds. A tool that hangs must not keep the window from opening. */
const timeout = 5_000;

/** Application ID of `electron-builder.yml`; macOS profiles are named after it. */
export const appId = 'app.ringside.console';

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
      // SECURITY: the full path, so that another reg.exe earlier in PATH is not used.
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

function registry(where: string, level: Level, { tool }: { tool: string }): PolicySource {
  return {
    level,
    where,
    async read() {
      try {
        return parseRegistry((await run(tool, ['query', where], { timeout, windowsHide: true })).stdout);
      } catch (error) {
        // reg.exe exits with 1 when the key does not exist.
        if ((error as { code?: unknown }).code === 1) return undefined;
        throw error;
      }
    },
  };
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

async function unlessAbsent<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @throws when the text is not a JSON object */
function objectOf(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  const json: unknown = JSON.parse(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error('Not an object');
  return json as Record<string, unknown>;
}
