import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { preferenceSchemas } from './preference-schemas';

const current = 1;

/** Requests a minute and endpoint a desktop may allow itself. */
export const requestsPerMinute = z.int().min(10).max(1_000);

/** One bad preference does not cost the others. */
function forgiving<T extends z.ZodType>(value: T) {
  return value.optional().catch(undefined);
}

const { language, theme, density, zoom, idleMinutes, maskContact, contentProtection } = preferenceSchemas;

const schema = z.looseObject({
  version: z.literal(current),
  /** The studio's origin. */
  address: z.string().optional(),
  /** A key was saved for `address`: tells "never connected" from "keyring locked or cleared". */
  provisioned: forgiving(z.boolean()),
  /** Requests a minute and endpoint this desktop allows itself; see {@link defaultShare}. */
  requestsPerMinute: forgiving(requestsPerMinute),
  language: forgiving(language),
  theme: forgiving(theme),
  density: forgiving(density),
  zoom: forgiving(zoom),
  idleMinutes: forgiving(idleMinutes),
  maskContact: forgiving(maskContact),
  contentProtection: forgiving(contentProtection),
});

/** What is on disk. */
export type Saved = z.infer<typeof schema>;

const empty: Saved = { version: current };

/** What is on disk, or why that could not be used; then `settings` are empty. */
export interface SettingsRead {
  settings: Saved;
  problem?: Problem;
}

/** `settings.json` in the user data folder. It holds no secret; the key is in the keychain alone. */
export class SettingsFile {
  #lastWrite: Promise<unknown> = Promise.resolve();

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
  write(change: Partial<Saved>): Promise<Outcome<void>> {
    // One after the other: each reads what the one before has written.
    const written = this.#lastWrite.then(() => this.#write(change));
    this.#lastWrite = written;
    return written;
  }

  async #write(change: Partial<Saved>): Promise<Outcome<void>> {
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
