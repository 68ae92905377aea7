import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { addressOf, type StudioRef, studioIdOf, studioRef } from '../../preload/contract/studio';
import { isSignedBy } from '../signature';
import { WorkPauses } from '../work-pauses';

/** Limit of an index file, in bytes: 16 million entries, of about 1,000 studios of 5,000 customers. */
export const maxFileBytes = 256 * 1024 * 1024;

/** Limit of the header, in bytes: thousands of studios. */
export const maxHeaderBytes = 4 * 1024 * 1024;

/** Bytes in front of the header: `RPHX`, and the header's length as a little-endian 32-bit number. */
const prefixBytes = 8;
const magic = Buffer.from('RPHX');

/** Version of the format. A desk refuses any other. */
const format = 1;

/** Typed arrays of 64-bit numbers begin at multiples of this. */
const alignment = 8;

/** Index of a studio in a file. */
export interface StudioSection {
  studio: StudioRef;
  /** Number of customers that were read. */
  customers: number;
  /** False where reading the customers of the studio was interrupted. */
  isComplete: boolean;
  /** When it was made, in milliseconds since the epoch. */
  madeAt: number;
  /** ISO code of the studio's country, where the API says it. */
  country: string | undefined;
  /** The entries, as `PhoneEntries` writes them. */
  entries: Uint8Array<ArrayBuffer>;
}

/** Index file of many studios. SECURITY: it contains digests and IDs, no number and no name. */
export interface IndexFile {
  madeAt: number;
  studios: StudioSection[];
}

/**
 * Why a file is refused. `notSigned`: without a valid signature of the company's key; `otherKey`: its digests are made with
 * another `phoneIndexKey`; `newerFormat`: a newer Ringside has written it.
 */
export type IndexFileFault = 'notSigned' | 'otherKey' | 'newerFormat' | 'malformed';

/** Bytes of a file and their SHA-512, which the signature is of. */
export interface FileContent {
  bytes: Uint8Array<ArrayBuffer>;
  digest: Uint8Array;
}

/** Error for a file above the limit. */
export class FileTooLarge extends Error {}

const count = z.int().min(0);

const headerSchema = z.object({
  madeAt: count,
  key: z.string(),
  studios: z
    .array(
      z.object({
        address: z.string().min(1).max(2_000),
        id: z.string().regex(/^\d{1,20}$/),
        customers: count,
        isComplete: z.boolean(),
        madeAt: count,
        country: z.string().max(10).optional(),
        offset: count.multipleOf(alignment),
        length: count,
      }),
    )
    .max(20_000),
});
type Header = z.infer<typeof headerSchema>;

/**
 * Digits that tell keys of digests apart, so that a desktop with another key refuses the file instead of finding no customers. They do
 * not reveal the key.
 */
export function keyFingerprint(key: Uint8Array): string {
  return createHmac('sha256', key).update('Ringside telephone index: fingerprint').digest('hex').slice(0, 16);
}

/**
 * What the signature of a file is made of. The text keeps a signature of this key for anything else, such as an update manifest,
 * from being taken for one of an index.
 */
export function signedMessage(digest: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('Ringside telephone index\n'), digest]);
}

/** Writes a file. The entries of each studio begin at a multiple of 8 bytes. */
export function indexFileContent({ madeAt, studios }: IndexFile, key: Uint8Array): FileContent {
  // The header contains offsets, whose digits decide its length: it is written twice, the first time to measure it.
  const measured = headerText(studios, madeAt, key, Number.MAX_SAFE_INTEGER - maxFileBytes);
  const start = aligned(prefixBytes + measured.length);
  const header = headerText(studios, madeAt, key, start);
  const sections = sectionOffsets(studios, start);
  const bytes = new Uint8Array(sections.end);
  bytes.set(magic);
  bytes.fill(0x20, prefixBytes, start);
  bytes.set(header, prefixBytes);
  new DataView(bytes.buffer).setUint32(magic.length, start - prefixBytes, true);
  for (const [index, { entries }] of studios.entries()) bytes.set(entries, sections.offsets[index]);
  return { bytes, digest: digestOf(bytes) };
}

const digestOf = (bytes: Uint8Array) => createHash('sha512').update(bytes).digest();

function headerText(studios: readonly StudioSection[], madeAt: number, key: Uint8Array, start: number) {
  const { offsets } = sectionOffsets(studios, start);
  const listed = studios.map(({ studio, entries, ...section }, index) => ({
    address: addressOf(studio),
    id: studioIdOf(studio),
    customers: section.customers,
    isComplete: section.isComplete,
    madeAt: section.madeAt,
    country: section.country,
    offset: offsets[index] ?? 0,
    length: entries.length,
  }));
  return Buffer.from(JSON.stringify({ format, madeAt, key: keyFingerprint(key), studios: listed }));
}

function sectionOffsets(studios: readonly StudioSection[], start: number) {
  let end = start;
  const offsets = studios.map(({ entries }) => {
    const offset = end;
    end = aligned(offset + entries.length);
    return offset;
  });
  return { offsets, end };
}

const aligned = (length: number) => Math.ceil(length / alignment) * alignment;

/**
 * Reads a file into one buffer and digests it while it arrives, with breaks for other events of main.
 *
 * @throws FileTooLarge
 */
export async function collectContent(
  pieces: AsyncIterable<Uint8Array>,
  limit = maxFileBytes,
): Promise<FileContent> {
  const hash = createHash('sha512');
  const kept: Uint8Array[] = [];
  let length = 0;
  const pauses = new WorkPauses();
  for await (const piece of pieces) {
    length += piece.length;
    if (length > limit) throw new FileTooLarge();
    hash.update(piece);
    kept.push(piece);
    await pauses.afterTurn();
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  // Each piece is let go as it is copied, so that the file is not in memory twice.
  for (let piece = kept.shift(); piece; piece = kept.shift()) {
    bytes.set(piece, offset);
    offset += piece.length;
    await pauses.afterTurn();
  }
  return { bytes, digest: hash.digest() };
}

/**
 * Reads a file whose signature is valid. The entries are views of its bytes.
 *
 * SECURITY: the signature is verified before anything of the file is read, because a person who can write to the web server or the
 * share could otherwise choose whose account a number opens.
 *
 * @param signature content of the signature file
 */
export function readIndexFile(
  { bytes, digest }: FileContent,
  signature: string,
  { publicKey, key }: { publicKey: string; key: Uint8Array },
): { file: IndexFile } | { fault: IndexFileFault } {
  if (!isSignedBy(publicKey, signedMessage(digest), signature)) return { fault: 'notSigned' };
  const read = readHeader(bytes);
  if ('fault' in read) return read;
  const { header, end } = read;
  if (header.key !== keyFingerprint(key)) return { fault: 'otherKey' };
  const studios: StudioSection[] = [];
  const refs = new Set<StudioRef>();
  let free = end;
  for (const { address, id, offset, length, ...section } of header.studios) {
    const studio = studioRef(address, id);
    if (offset < free || offset + length > bytes.length || refs.has(studio)) return { fault: 'malformed' };
    refs.add(studio);
    free = offset + length;
    studios.push({ country: undefined, ...section, studio, entries: bytes.subarray(offset, free) });
  }
  return { file: { madeAt: header.madeAt, studios } };
}

function readHeader(bytes: Uint8Array): { header: Header; end: number } | { fault: IndexFileFault } {
  if (bytes.length < prefixBytes || !magic.equals(bytes.subarray(0, magic.length)))
    return { fault: 'malformed' };
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true);
  const end = prefixBytes + length;
  if (length > maxHeaderBytes || end > bytes.length) return { fault: 'malformed' };
  try {
    const json: unknown = JSON.parse(Buffer.from(bytes.subarray(prefixBytes, end)).toString());
    const version = z.object({ format: count }).parse(json).format;
    if (version !== format) return { fault: version > format ? 'newerFormat' : 'malformed' };
    return { header: headerSchema.parse(json), end };
  } catch {
    return { fault: 'malformed' };
  }
}
