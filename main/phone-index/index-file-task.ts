import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import pLimit from 'p-limit';
import type { Problem } from '../../preload/contract/problem';
import { hasLocalId, type Studio, type StudioRef } from '../../preload/contract/studio';
import { problemText } from '../connection/provision';
import { codeOf, renameOver } from '../replace-file';
import { oneLine } from '../studio-name';
import {
  collectContent,
  indexFileContent,
  maxFileBytes,
  maxHeaderBytes,
  readIndexFile,
  type StudioSection,
} from './index-file';
import type { PhoneEntries } from './phone-entries';
import type { SigningKey } from './signing-key';

/** Studios that are read at a time. Each has its own quota. */
const studiosAtOnce = 4;

/** What was read of a studio. */
export interface BuiltStudio {
  /** Whether it is the whole studio. */
  isComplete: boolean;
  entries: PhoneEntries;
  customers: number;
  /** ISO code of the studio's country, where the API says it. */
  country: string | undefined;
  /** Why it is not complete, or why customers of another status than the members are missing. */
  problem?: Problem | undefined;
}

export interface IndexFileTask {
  /** File to write; its signature is beside it, with `.sig`. */
  file: string;
  studios: readonly Studio[];
  /** Key of the digests. */
  key: Uint8Array;
  signingKey: SigningKey;
  build: (studio: Studio, signal: AbortSignal) => Promise<BuiltStudio>;
  print: (line: string, failed: boolean) => void;
  now: () => number;
  /** Ends the task; the file then stays as it was. */
  signal: AbortSignal;
}

/**
 * Reads all studios and writes the index file and its signature.
 *
 * @returns the exit code: 0 when all studios are complete, 1 when one is not or nothing was written
 */
export async function writeIndexFile(task: IndexFileTask): Promise<number> {
  const { file, studios, key, signingKey, print, now, signal } = task;
  const former = await formerSections(task);
  const limit = pLimit(studiosAtOnce);
  const read = await Promise.all(studios.map((studio) => limit(() => readStudio(task, studio, former))));
  if (signal.aborted) {
    print(`Stopped: ${file} is as it was\n`, true);
    return 1;
  }
  const sections = read.flatMap(({ section }) => section ?? []);
  if (sections.reduce((sum, { entries }) => sum + entries.length, 0) > maxFileBytes - maxHeaderBytes) {
    print(`Not written: ${file} (more than ${maxFileBytes} bytes, which no desk reads)\n`, true);
    return 1;
  }
  const content = indexFileContent({ madeAt: now(), studios: sections }, key);
  const written = await replaceBoth(file, content.bytes, signingKey.sign(content.digest), signal);
  if (written !== undefined) {
    print(`Not written: ${file} (${written})\n`, true);
    return 1;
  }
  print(
    `Written: ${file}, ${sections.length} of ${studios.length} studios, ${content.bytes.length} bytes\n`,
    false,
  );
  return read.every(({ isComplete }) => isComplete) ? 0 : 1;
}

/** Reads one studio, and prints its line. */
async function readStudio(
  { build, print, now, signal }: IndexFileTask,
  studio: Studio,
  former: ReadonlyMap<StudioRef, StudioSection>,
): Promise<{ section?: StudioSection; isComplete: boolean }> {
  const line = (what: string, failed: boolean) =>
    print(`${oneLine(`${studio.address} ${studio.id} ${studio.name}: ${what}`)}\n`, failed);
  if (signal.aborted) return { isComplete: false };
  if (hasLocalId(studio)) {
    line('left out: its ID is not known, because its key lacks STUDIO_READ', true);
    return { isComplete: false };
  }
  const { entries, problem, ...built } = await build(studio, signal);
  const why = problem && problemText(problem);
  const section = { studio: studio.ref, madeAt: now(), entries: entries.toBytes(), ...built };
  if (built.isComplete) {
    line(`${built.customers} customers${why ? `, members only: ${why}` : ''}`, false);
    return { section, isComplete: true };
  }
  if (signal.aborted) return { isComplete: false };
  const kept = former.get(studio.ref);
  const failed = `failed after ${built.customers} customers: ${why}`;
  // A whole index of yesterday finds more than a part of today's, and a match is proved by the API in any case.
  if (kept?.isComplete) {
    line(`${failed}; its index of ${new Date(kept.madeAt).toISOString()} stays in the file`, true);
    return { section: kept, isComplete: false };
  }
  line(failed, true);
  return { section, isComplete: false };
}

/** Sections of the file that is there, if this key has signed it. */
async function formerSections({
  file,
  key,
  signingKey,
}: IndexFileTask): Promise<ReadonlyMap<StudioRef, StudioSection>> {
  try {
    const content = await collectContent(
      (async function* () {
        yield await readFile(file);
      })(),
    );
    const read = readIndexFile(content, await readFile(`${file}.sig`, 'utf8'), {
      publicKey: signingKey.publicKey,
      key,
    });
    return new Map('file' in read ? read.file.studios.map((section) => [section.studio, section]) : []);
  } catch {
    return new Map();
  }
}

/**
 * Replaces the file and then its signature. A desk that fetches between the two finds a signature that does not match, keeps its
 * index and fetches again some seconds later.
 *
 * @returns the code of an error
 */
async function replaceBoth(
  file: string,
  bytes: Uint8Array,
  signature: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const parts = [
    { path: file, content: bytes },
    { path: `${file}.sig`, content: signature },
    // SECURITY: a person who can write to the folder could put a link to another file there, under a name that can be guessed.
  ].map((part) => ({ ...part, temporary: `${part.path}.${randomUUID()}.new` }));
  try {
    // Both are whole on the disk before the first is replaced.
    for (const { temporary, content } of parts)
      await writeFile(temporary, content, { flag: 'wx', flush: true, signal });
    for (const { path, temporary } of parts) await renameOver(temporary, path);
    return undefined;
  } catch (error) {
    return codeOf(error) ?? 'unknown';
  } finally {
    for (const { temporary } of parts) await rm(temporary, { force: true }).catch(() => undefined);
  }
}
