import { createPublicKey, verify } from 'node:crypto';
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider';
import { z } from 'zod';
import { UpdateRefused } from './update-refused';

/** Semantic Versioning 2.0.0 without build metadata; what follows a hyphen makes a prerelease. */
const version = /^\d+\.\d+\.\d+(-[\da-zA-Z-.]+)?$/;

/** `latest.yml` as electron-builder writes it; only what is used is read. */
const schema = z.object({
  version: z.string().regex(version),
  files: z.array(z.object({ url: z.string().min(1), sha512: z.base64(), size: z.int().positive() })).min(1),
  releaseDate: z.union([z.string(), z.date()]).optional(),
  stagingPercentage: z.number().min(0).max(100).optional(),
  minimumSystemVersion: z.string().optional(),
});

export type Manifest = z.infer<typeof schema>;

/** Larger than any manifest; whatever is longer is something else. */
export const mostManifestBytes = 64 * 1024;

/**
 * Reads a manifest that our release key has signed.
 *
 * SECURITY: the hashes in a manifest come from the same server as the files, so that they prove nothing by themselves. The
 * signature (Ed25519, RFC 8032) is checked before a word of the manifest is looked at, and before anything is downloaded.
 *
 * @param bytes of the manifest as they came @param signature base64 of the file beside it @param publicKey base64 of its DER (SPKI)
 * @throws Refused
 */
export function readManifest(
  bytes: Buffer,
  signature: string,
  publicKey: string,
  feed: URL,
  prereleases: boolean,
): Manifest {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  if (!verify(null, bytes, key, Buffer.from(signature.trim(), 'base64')))
    throw new UpdateRefused('notSigned');
  const manifest = parsed(bytes.toString('utf8'), feed);
  if (!prereleases && manifest.version.includes('-')) throw new UpdateRefused('badManifest');
  for (const { url } of manifest.files) {
    const { origin, pathname } = new URL(url, feed);
    // SECURITY: a signed manifest that was made for another feed must not lead there.
    if (origin !== feed.origin || !pathname.startsWith(feed.pathname)) throw new UpdateRefused('badManifest');
  }
  return manifest;
}

function parsed(text: string, feed: URL): Manifest {
  try {
    const read = schema.safeParse(parseUpdateInfo(text, 'manifest', feed));
    if (read.success) return read.data;
  } catch {
    // No YAML: as bad as the wrong one.
  }
  throw new UpdateRefused('badManifest');
}
