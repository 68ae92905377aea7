import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Digest, Digests } from './digests';
import { entryBytes, maxFound, PhoneEntries } from './phone-entries';

/** Few digests, so that several customers have the same one, and those at the ends of the range. */
const word = fc.oneof(fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xffffffff), fc.nat(3));
const digest = fc.record({ high: word, low: word });
const id = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String);
const entries = fc.array(fc.tuple(digest, id), { maxLength: 60 });

type Pair = [Digest, string];

function entriesOf(pairs: readonly Pair[]): PhoneEntries {
  return PhoneEntries.of(
    pairs.map(([each]) => each),
    pairs.map(([, each]) => each),
  );
}

const idsOf = (pairs: readonly Pair[], { high, low }: Digest) =>
  [
    ...new Set(pairs.filter(([each]) => each.high === high && each.low === low).map(([, each]) => each)),
  ].sort();

describe('entries of a studio', () => {
  it('find every customer of a digest with each digit of the ID, and nobody else', () => {
    fc.assert(
      fc.property(entries, digest, (pairs, another) => {
        const index = entriesOf(pairs);
        expect(index.count).toBe(pairs.length);
        for (const wanted of [another, ...pairs.map(([each]) => each)])
          expect(index.find(wanted).sort()).toEqual(idsOf(pairs, wanted));
      }),
    );
  });

  it('find the same after two arrays were merged', async () => {
    await fc.assert(
      fc.asyncProperty(entries, entries, async (one, other) => {
        const merged = await PhoneEntries.merged(entriesOf(one), entriesOf(other));
        expect(merged.count).toBe(one.length + other.length);
        for (const [wanted] of [...one, ...other])
          expect(merged.find(wanted).sort()).toEqual(idsOf([...one, ...other], wanted));
        expect(PhoneEntries.fromBytes(merged.toBytes())).toBeDefined();
      }),
    );
  });

  it('are 16 bytes each, and the same after they were bytes', () => {
    fc.assert(
      fc.property(entries, (pairs) => {
        const bytes = entriesOf(pairs).toBytes();
        expect(bytes.length).toBe(16 * pairs.length);
        const read = PhoneEntries.fromBytes(bytes);
        for (const [wanted] of pairs) expect(read?.find(wanted).sort()).toEqual(idsOf(pairs, wanted));
      }),
    );
  });

  it('leave out an ID that is no int64', () => {
    const digests = Array(5).fill({ high: 1, low: 2 });
    const index = PhoneEntries.of(digests, ['9223372036854775808', '', '1e3', '9'.repeat(400), '7']);
    expect(index.find({ high: 1, low: 2 })).toEqual(['7']);
  });

  it('give a bounded number of customers with the same digest', () => {
    const ids = Array.from({ length: maxFound + 5 }, (_, at) => String(at));
    const index = PhoneEntries.of(Array(ids.length).fill({ high: 1, low: 2 }), ids);
    expect(index.find({ high: 1, low: 2 })).toHaveLength(maxFound);
  });
});

describe('bytes are refused', () => {
  const bytes = entriesOf([
    [{ high: 1, low: 1 }, '1'],
    [{ high: 1, low: 2 }, '2'],
  ]).toBytes();

  it('when their order is damaged', () => {
    const damaged = new Uint8Array([...bytes.slice(entryBytes), ...bytes.slice(0, entryBytes)]);
    expect(PhoneEntries.fromBytes(damaged)).toBeUndefined();
  });

  it('when some are missing, or they are not aligned', () => {
    expect(PhoneEntries.fromBytes(bytes.slice(0, -1))).toBeUndefined();
    expect(PhoneEntries.fromBytes(new Uint8Array([0, ...bytes]).subarray(1))).toBeUndefined();
    expect(PhoneEntries.fromBytes(bytes.slice(0, entryBytes))?.count).toBe(1);
  });
});

describe('a digest', () => {
  it('is the beginning of the HMAC-SHA-256 of the text', () => {
    // RFC 4231, test case 2.
    expect(new Digests(Buffer.from('Jefe')).of('what do ya want for nothing?')).toEqual({
      high: 0x5bdcc146,
      low: 0xbf60754e,
    });
  });

  it('depends on the key', () => {
    const [one, other] = [new Digests(Buffer.alloc(32, 1)), new Digests(Buffer.alloc(32, 2))];
    expect(one.of('+49301234567')).not.toEqual(other.of('+49301234567'));
  });
});
