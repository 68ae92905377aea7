import { createHmac } from 'node:crypto';

/** First 64 bits of an HMAC, as two unsigned words: the compiler keeps them out of the heap, unlike a bigint. */
export interface Digest {
  high: number;
  low: number;
}

/** Length of the key of the digests, in bytes. */
export const digestKeyBytes = 32;

/**
 * Digests texts of telephone numbers by HMAC-SHA-256, cut to 64 bits.
 *
 * SECURITY: all numbers of a country can be tried within hours or less, so a hash without a secret would hide none. The key is
 * what protects them.
 */
export class Digests {
  constructor(readonly key: Uint8Array) {}

  of(text: string): Digest {
    const bytes = createHmac('sha256', this.key).update(text).digest();
    return { high: bytes.readUInt32BE(0), low: bytes.readUInt32BE(4) };
  }
}
