import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { parseJsonFile } from '../json-file';
import { codeOf, heldCode, replaceFile, whileHeld } from '../replace-file';
import { preferenceSchemas } from './preference-schemas';
import { upgradeSettings } from './settings-upgrade';

const current = 2;

/** Requests per minute and endpoint that one desktop may send. */
export const requestsPerMinute = z.int().min(10).max(1_000);

/** An invalid preference is dropped without affecting the others. */
function forgiving<T extends z.ZodType>(value: T) {
  return value.optional().catch(undefined);
}

const { language, theme, density, zoom, idleMinutes, maskContact, contentProtection } = preferenceSchemas;

/** A studio as it is saved. Its key is in the keychain. */
const savedStudio = z.object({
  address: z.string(),
  /** `studioId` of the API, or a local ID, which begins with `local-`. */
  id: z.string().min(1),
  name: z.string(),
  /** True where the agent chose the name. */
  ownName: forgiving(z.boolean()),
  /** Keychain account from which the key still has to be moved. */
  formerAccount: forgiving(z.string()),
});
export type SavedStudio = z.infer<typeof savedStudio>;

/** An invalid entry is dropped without affecting the others. */
const studios = z
  .array(z.unknown())
  .transform((all) => all.flatMap((one) => savedStudio.safeParse(one).data ?? []));

const schema = z.looseObject({
  version: z.literal(current),
  /** Addresses that this desktop has connected to. Another one needs consent. */
  addresses: forgiving(z.array(z.string())),
  studios: forgiving(studios),
  /** Requests per minute and endpoint of this desktop, for each studio; see {@link defaultShare}. */
  requestsPerMinute: forgiving(requestsPerMinute),
  language: forgiving(language),
  theme: forgiving(theme),
  density: forgiving(density),
  zoom: forgiving(zoom),
  idleMinutes: forgiving(idleMinutes),
  maskContact: forgiving(maskContact),
  contentProtection: forgiving(contentProtection),
  /** Present while Ringside starts with the session because of the policy (`app/session-start.ts`). */
  startsWithSession: forgiving(z.literal(true)),
});

/** Content of the file. */
export type Saved = z.infer<typeof schema>;

type SettingsChange = Partial<Saved> | ((saved: Saved) => Partial<Saved>);

const empty: Saved = { version: current };

/** Content of the file, or why it could not be used; `settings` are empty then. */
export interface SettingsRead {
  settings: Saved;
  problem?: Problem;
}

/** `settings.json` in the user data folder. It contains no secret; the key is only in the keychain. */
export class SettingsFile {
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Reads the file. A missing file means a first start. An unusable file stays in place until the next {@link write}.
   */
  async read(): Promise<SettingsRead> {
    try {
      const json: unknown = parseJsonFile(await whileHeld(() => readFile(this.path, 'utf8')));
      const read = schema.safeParse(upgradeSettings(json));
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

  /**
   * Replaces the file atomically, so that a crash leaves either the old or the new one. An unusable file is kept
   * under another name.
   *
   * @param change values to write, or a function of the values in the file
   */
  write(change: SettingsChange): Promise<Outcome<void>> {
    // Writes run one after the other, because each reads what the previous one wrote.
    const written = this.#lastWrite.then(() => this.#write(change));
    this.#lastWrite = written;
    return written;
  }

  async #write(change: SettingsChange): Promise<Outcome<void>> {
    try {
      await mkdir(dirname(this.path), { recursive: true });
      const { settings, problem } = await this.read();
      const text = JSON.stringify(
        { ...settings, ...(typeof change === 'function' ? change(settings) : change) },
        null,
        2,
      );
      // Another program has the file open: its studios are not known, and would be lost.
      if (problem?.detail === heldCode) return fail({ kind: 'settingsUnwritable', detail: heldCode });
      const keepAs = problem && `${this.path}.kept-${this.now()}`;
      await replaceFile(this.path, `${text}\n`, { mode: 0o600, keepAs });
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
