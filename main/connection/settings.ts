import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';

const schema = z.looseObject({
  version: z.literal(1),
  /** The studio's origin. */
  address: z.string().optional(),
  /** A key was saved for `address`: tells "never connected" from "keyring locked or cleared". */
  provisioned: z.boolean().optional().catch(undefined),
});

export type Settings = z.infer<typeof schema>;

const empty: Settings = { version: 1 };

/** `settings.json` in the user data folder. It holds no secret; the key is in the keychain alone. */
export class SettingsFile {
  constructor(private readonly path: string) {}

  /** What is on disk; a missing or unreadable file counts as empty and stays where it is until the next save. */
  async read(): Promise<Settings> {
    try {
      return schema.parse(JSON.parse(await readFile(this.path, 'utf8')));
    } catch {
      return empty;
    }
  }

  /** Replaces the file in one step, so that a crash leaves the old one or the new one. */
  async write(settings: Settings): Promise<Outcome<void>> {
    try {
      await mkdir(dirname(this.path), { recursive: true });
      const temporary = `${this.path}.new`;
      await writeFile(temporary, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
      await rename(temporary, this.path);
      return succeed(undefined);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      return fail({ kind: 'settingsUnwritable', detail: code });
    }
  }
}
