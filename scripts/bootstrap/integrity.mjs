import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Whether a file matches an npm integrity string ("sha512-…"). */
export async function hasIntegrity(file, integrity) {
  const [, algorithm, expected] = /^(sha\d+)-(.+)$/.exec(integrity) ?? [];
  if (!algorithm) throw new Error(`Not an integrity: ${integrity}`);
  const hash = createHash(algorithm);
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
  return hash.digest('base64') === expected;
}
