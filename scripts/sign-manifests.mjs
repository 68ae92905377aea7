import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Stop, say } from './bootstrap/say.mjs';
import { isMain, run } from './bootstrap.mjs';

/**
 * Signs every update manifest of a release (`NAME.yml` gets a `NAME.yml.sig`, base64 of Ed25519), and writes the
 * hashes of all files to SHA256SUMS.
 *
 * @param {string} folder
 * @param {string} signingKey PEM (PKCS 8)
 * @param {string} updateKey the public key that releases were built with: base64 of its DER (SPKI)
 */
export function signManifests(folder, signingKey, updateKey) {
  const key = createPrivateKey(signingKey);
  const half = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  // Installations would refuse a release that another key signed.
  if (half !== updateKey) throw new Stop('The signing key is not the other half of RINGSIDE_UPDATE_KEY.');
  const manifests = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  if (manifests.length === 0) throw new Stop(`There is no manifest in ${folder}.`);
  for (const name of manifests) {
    const signature = sign(null, readFileSync(join(folder, name)), key);
    writeFileSync(join(folder, `${name}.sig`), `${signature.toString('base64')}\n`);
  }
  const sums = readdirSync(folder)
    .filter((name) => name !== 'SHA256SUMS')
    .sort()
    .map((name) => `${sha256(join(folder, name))}  ${name}`);
  writeFileSync(join(folder, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  return manifests;
}

function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

if (isMain(import.meta.url))
  await run(async () => {
    const { RINGSIDE_UPDATE_SIGNING_KEY: signingKey, RINGSIDE_UPDATE_KEY: updateKey } = process.env;
    const [folder] = process.argv.slice(2);
    if (!folder || !signingKey || !updateKey)
      throw new Stop(
        'Usage: npm run sign:manifests -- FOLDER, with RINGSIDE_UPDATE_SIGNING_KEY and RINGSIDE_UPDATE_KEY set',
      );
    say(`Signed ${signManifests(resolve(folder), signingKey, updateKey).join(', ')}`);
  });
