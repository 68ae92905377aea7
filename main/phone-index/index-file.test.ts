import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  collectContent,
  FileTooLarge,
  type IndexFile,
  indexFileContent,
  readIndexFile,
  signedMessage,
} from './index-file';

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const key = Buffer.alloc(32, 7);

const signatureOf = (bytes: Uint8Array, by = pair) =>
  sign(null, signedMessage(digest(bytes)), by.privateKey).toString('base64');
const digest = (bytes: Uint8Array) => createHash('sha512').update(bytes).digest();
const read = (bytes: Uint8Array<ArrayBuffer>, signature = signatureOf(bytes), keys = { publicKey, key }) =>
  readIndexFile({ bytes, digest: digest(bytes) }, signature, keys);

const example: IndexFile = {
  madeAt: 1_795_000_000_000,
  studios: [
    {
      studio: 'https://fit.example#1210093500',
      customers: 3,
      country: 'DE',
      isComplete: true,
      madeAt: 1_795_000_000_000,
      entries: Uint8Array.from({ length: 61 }, (_, index) => index),
    },
    {
      studio: 'https://gateway.example/fit#9223372036854775807',
      customers: 0,
      country: undefined,
      isComplete: false,
      madeAt: 1_794_000_000_000,
      entries: new Uint8Array(),
    },
  ],
};

const section = fc.record({
  studio: fc
    .tuple(fc.webUrl(), fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }))
    .map(([address, id]) => `${address}#${id}`),
  customers: fc.nat(),
  isComplete: fc.boolean(),
  madeAt: fc.nat(),
  country: fc.constantFrom(undefined, 'AT'),
  entries: fc.uint8Array({ maxLength: 200 }),
});
const files = fc.record({
  madeAt: fc.nat(),
  studios: fc.uniqueArray(section, { selector: ({ studio }) => studio, maxLength: 20 }),
});

it('reads what it writes, as views that a typed array of 64-bit numbers can begin at', () => {
  fc.assert(
    fc.property(files, (file) => {
      const { bytes } = indexFileContent(file, key);
      const result = read(bytes);
      if (!('file' in result)) throw new Error(result.fault);
      expect(result.file.madeAt).toBe(file.madeAt);
      expect(result.file.studios).toEqual(file.studios);
      for (const { entries } of result.file.studios) {
        expect(entries.buffer).toBe(bytes.buffer);
        expect(entries.byteOffset % 8).toBe(0);
      }
    }),
  );
});

describe('refuses', () => {
  const { bytes } = indexFileContent(example, key);
  const signature = signatureOf(bytes);

  it('any changed bit', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(read(changed, signature)).toEqual({ fault: 'notSigned' });
      }),
    );
  });

  it('anything missing and anything added', () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(read(bytes.slice(0, length), signature)).toEqual({ fault: 'notSigned' });
    expect(read(Uint8Array.from([...bytes, 0]), signature)).toEqual({ fault: 'notSigned' });
  });

  it('any other signature', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (other) => {
        expect(read(bytes, other)).toEqual({ fault: 'notSigned' });
      }),
    );
    expect(read(bytes, signatureOf(bytes, generateKeyPairSync('ed25519')))).toEqual({ fault: 'notSigned' });
  });

  it('a signature of the same key for something else', () => {
    const ofBytes = sign(null, bytes, pair.privateKey).toString('base64');
    const ofDigest = sign(null, digest(bytes), pair.privateKey).toString('base64');
    expect([read(bytes, ofBytes), read(bytes, ofDigest)]).toEqual(Array(2).fill({ fault: 'notSigned' }));
  });

  it('a file whose digests have another key', () => {
    expect(read(bytes, signature, { publicKey, key: Buffer.alloc(32, 8) })).toEqual({ fault: 'otherKey' });
  });

  it('a public key that is none', () => {
    for (const other of ['', 'AAAA', publicKey.slice(0, -4)])
      expect(read(bytes, signature, { publicKey: other, key })).toEqual({ fault: 'notSigned' });
  });

  // What follows is signed: a desk must survive a file that a faulty Ringside has signed.
  it('any signed bytes that are no index', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (any) => {
        expect(read(Uint8Array.from(any))).toEqual({ fault: 'malformed' });
        const withMagic = Uint8Array.from([...Buffer.from('RPHX'), ...any]);
        expect(read(withMagic)).toEqual({ fault: 'malformed' });
      }),
    );
  });

  const listed = { address: 'https://a.example', id: '1', customers: 1, isComplete: true, madeAt: 1 };
  const one = { ...listed, offset: 1_000, length: 16 };
  it.each([
    ['a newer format', { format: 2 }, 'newerFormat'],
    ['an older format', { format: 0 }, 'malformed'],
    ['no format', { format: undefined }, 'malformed'],
    ['no studios', { studios: undefined }, 'malformed'],
    ['entries in the header', { studios: [{ ...one, offset: 0 }] }, 'malformed'],
    ['entries past the end', { studios: [{ ...one, offset: 1_096 }] }, 'malformed'],
    ['a length past the end', { studios: [{ ...one, length: 1e15 }] }, 'malformed'],
    ['a negative length', { studios: [{ ...one, length: -16 }] }, 'malformed'],
    ['entries between two numbers', { studios: [{ ...one, offset: 1_004 }] }, 'malformed'],
    ['entries that overlap', { studios: [one, { ...one, id: '2' }] }, 'malformed'],
    ['a studio twice', { studios: [one, { ...one, offset: 1_016 }] }, 'malformed'],
    ['an ID that is none', { studios: [{ ...one, id: 'local-1' }] }, 'malformed'],
  ])('%s, though signed', (_, change, fault) => {
    const { bytes: real } = indexFileContent({ madeAt: 1, studios: [] }, key);
    const known = JSON.parse(Buffer.from(real.subarray(8)).toString());
    const header = (value: object) => {
      const file = new Uint8Array(1_100).fill(0x20);
      file.set(Buffer.from('RPHX'));
      new DataView(file.buffer).setUint32(4, 992, true);
      file.set(Buffer.from(JSON.stringify(value)), 8);
      return file;
    };
    expect(read(header({ ...known, studios: [one] }))).toHaveProperty('file');
    expect(read(header({ ...known, ...change }))).toEqual({ fault });
  });
});

it('collects the pieces of a file in their order, with the digest of the whole', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(pieces, async (all) => {
      const content = await collectContent(
        (async function* () {
          yield* all;
        })(),
      );
      const whole = Buffer.concat(all);
      expect(Buffer.from(content.bytes)).toEqual(whole);
      expect(content.digest).toEqual(digest(whole));
    }),
  );
});

it('ends at the limit, whatever follows', async () => {
  const piece = new Uint8Array(100);
  let given = 0;
  async function* endless() {
    for (;;) {
      given += piece.length;
      yield piece;
    }
  }
  await expect(collectContent(endless(), 1_000)).rejects.toThrow(FileTooLarge);
  expect(given).toBe(1_100);
});
