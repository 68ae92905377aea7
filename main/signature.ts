import { createPublicKey, verify } from 'node:crypto';

/**
 * Whether an Ed25519 signature (RFC 8032) of a message is by the private half of a key. False if the key or the signature is
 * malformed.
 *
 * @param publicKey base64 of the key's DER (SPKI)
 * @param signature base64, as in a signature file
 */
export function isSignedBy(publicKey: string, message: Uint8Array, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, message, key, Buffer.from(signature.trim(), 'base64'));
  } catch {
    return false;
  }
}
