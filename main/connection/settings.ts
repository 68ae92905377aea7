import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';

const current = 1;

const schema = z.looseObject({
  version: z.literal(current),
  /** The studio's origin. */
  address: z.string().optional(),
  /** A key was saved for `address`: tells "never connected" from "keyring locked or cleared". */
  provisioned: z.boolean().optional().catch(undefined),
  /** Requests a minute and endpoint this desktop allows itself; see {@link defaultShare}. */
  requestsPerMinute: z.int().min(10).max(1_000).optional().catch(undefined),
  /** Minutes without a touch after which the customer leaves the desk; 0 never. */
  idleMinutes: z.int().min(0).max(1_440).optional().catch(undefined),
});

export const defaultIdleMinutes = 5;

export type Settings = z.infer<typeof schema>;

const empty: Settings = { version: current };

/** What is on disk, or why that could not be used; then `settings` are empty. */
export interface SettingsRead {
  settings: Settings;
  problem?: Problem;
}

/** `settings.json` in the user data folder. It holds no secret; the key is in the keychain alone. */
export class SettingsFile {
  constructor(
    private readonly path: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** A missing file is a first start. One that cannot be used stays where it is until the next {@link write}. */
  async read(): Promise<SettingsRead> {
    try {
      const json: unknown = JSON.parse(await readFile(this.path, 'utf8'));
      const read = schema.safeParse(json);
      if (read.success) return { settings: read.data };
      return { settings: empty, problem: { kind: isNewer(json) ? 'settingsNewer' : 'settingsUnreadable' } };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return { settings: empty };
      return {
        settings: empty,
        problem: { kind: 'settingsUnreadable', detail: codeOf(error) ?? 'not JSON' },
      };
    }
  }

  /** Replaces the file in one step, so that a crash leaves the old one or the new one. One that cannot be used is kept. */
  async write(change: Partial<Settings>): Promise<Outcome<void>> {
    try {
      await mkdir(dirname(this.path), { recursive: true });
      const { settings, problem } = await this.read();
      const temporary = `${this.path}.new`;
      const text = JSON.stringify({ ...settings, ...change }, null, 2);
      await writeFile(temporary, `${text}\n`, { mode: 0o600 });
      if (problem) await rename(this.path, `${this.path}.kept-${this.now()}`);
      await rename(temporary, this.path);
      return succeed(undefined);
    } catch (error) {
      return fail({ kind: 'settingsUnwritable', detail: codeOf(error) ?? 'unknown' });
    }
  }
}

function isNewer(json: unknown): boolean {
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;
  return typeof version === 'number' && version > current;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
