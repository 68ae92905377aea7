import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { signedMessage } from './index-file';

/** Private key that signs index files. */
export interface SigningKey {
  /** Its other half: base64 of its DER (SPKI), as in the policy. */
  publicKey: string;
  /** @returns content of the signature file */
  sign(digest: Uint8Array): string;
}

/** Reads an Ed25519 private key. Undefined if the text is not such a key. @param pem PEM (PKCS 8) */
export function parseSigningKey(pem: string): SigningKey | undefined {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    return undefined;
  }
  if (key.asymmetricKeyType !== 'ed25519') return undefined;
  return {
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (digest) => `${sign(null, signedMessage(digest), key).toString('base64')}\n`,
  };
}
