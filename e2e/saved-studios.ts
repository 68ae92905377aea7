import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServedStudio } from '../main/demo/server';
import type { SecretService } from './secret-service';

/** Key of the API of a test. A file or answer that contains it is a leak. */
export const canaryKey = 'canary-9b1d7c52-key';

/** ID and name of the first studio of the demo server, whose key is that of the server. */
export const munich = { id: '1210093500', name: 'Fit Example Munich' };

/** One studio, as on most desks. `studios.spec.ts` opens all of them. */
export const demoArgs = ['--demo', `--studio=${munich.id}`, '--lang=en-GB'];

/** Keychain account of the key of that studio. */
export const keyAccount = (address: string): string => `${address}#${munich.id}`;

/** Writes the settings and the keychain entries of a Ringside with these studios. */
export async function saveStudios(
  home: string,
  secrets: SecretService,
  studios: readonly ServedStudio[],
  preferences: object = {},
): Promise<void> {
  const saved = studios.map(({ key: _, ...studio }) => studio);
  const addresses = [...new Set(studios.map(({ address }) => address))];
  await saveSettings(home, { version: 2, addresses, studios: saved, ...preferences });
  for (const { address, id, key } of studios) await secrets.store(`${address}#${id}`, key);
}

/** Writes the settings file. */
export async function saveSettings(home: string, settings: object): Promise<void> {
  await mkdir(join(home, 'Ringside'), { recursive: true });
  await writeFile(join(home, 'Ringside', 'settings.json'), JSON.stringify(settings));
}
