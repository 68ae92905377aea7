import { parseUpdateInfo } from 'electron-updater/out/providers/Provider';
import { z } from 'zod';
import { isSignedBy } from '../signature';
import { UpdateRefused } from './update-refused';

/** Semantic Versioning 2.0.0 without build metadata; a hyphen starts a prerelease. */
const version = /^\d+\.\d+\.\d+(-[\da-zA-Z-.]+)?$/;

/** Schema of `latest.yml` as electron-builder writes it; only the fields in use are read. */
const schema = z.object({
  version: z.string().regex(version),
  files: z.array(z.object({ url: z.string().min(1), sha512: z.base64(), size: z.int().positive() })).min(1),
  releaseDate: z.union([z.string(), z.date()]).optional(),
  stagingPercentage: z.number().min(0).max(100).optional(),
  minimumSystemVersion: z.string().optional(),
});

export type Manifest = z.infer<typeof schema>;

/** Maximum size of a manifest, in bytes. */
export const maxManifestBytes = 64 * 1024;

/**
 * Reads a manifest with a valid signature of the release key.
 *
 * SECURITY: the hashes in a manifest come from the same server as the files and prove nothing alone. The signature
 * (Ed25519, RFC 8032) is verified before the manifest is parsed and before anything is downloaded.
 *
 * @param bytes the manifest as received
 * @param signature base64 of the signature file
 * @param publicKey base64 of the key's DER (SPKI)
 * @throws UpdateRefused
 */
export function readManifest(
  bytes: Buffer,
  signature: string,
  publicKey: string,
  feed: URL,
  prereleases: boolean,
): Manifest {
  if (!isSignedBy(publicKey, bytes, signature)) throw new UpdateRefused('notSigned');
  const manifest = parsed(bytes.toString('utf8'), feed);
  if (!prereleases && manifest.version.includes('-')) throw new UpdateRefused('badManifest');
  for (const { url } of manifest.files) {
    const { origin, pathname } = new URL(url, feed);
    // SECURITY: a signed manifest of another feed must not redirect downloads to that feed.
    if (origin !== feed.origin || !pathname.startsWith(feed.pathname)) throw new UpdateRefused('badManifest');
  }
  return manifest;
}

function parsed(text: string, feed: URL): Manifest {
  try {
    const read = schema.safeParse(parseUpdateInfo(text, 'manifest', feed));
    if (read.success) return read.data;
  } catch {
    // Invalid YAML fails verification.
  }
  throw new UpdateRefused('badManifest');
}
