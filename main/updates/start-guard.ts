import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** So many starts of one version in a row that never showed a desk make a broken version. */
const broken = 2;

const schema = z.object({ version: z.string(), failed: z.int().nonnegative() });

/**
 * Counts starts that never came to a desk, in a file, so that a version that cannot start is noticed by the next start.
 *
 * Each start counts as failed until {@link settled} or {@link ended} says otherwise: whoever crashes says nothing.
 */
export class StartGuard {
  constructor(
    private readonly file: string,
    private readonly version: string,
  ) {}

  /** Notes a start. @returns whether this version has failed too often before */
  began(): boolean {
    const before = this.#read();
    this.#write(before + 1);
    return before >= broken;
  }

  /** The desk is there. */
  settled(): void {
    this.#write(0);
  }

  /** Ended as it should, desk or no desk. */
  ended(): void {
    this.#write(0);
  }

  #read(): number {
    try {
      const read = schema.safeParse(JSON.parse(readFileSync(this.file, 'utf8')));
      return read.success && read.data.version === this.version ? read.data.failed : 0;
    } catch {
      return 0;
    }
  }

  /** At once: a crash may be next. A disk that refuses must not keep the desk from opening. */
  #write(failed: number): void {
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      writeFileSync(this.file, JSON.stringify({ version: this.version, failed }), { mode: 0o600 });
    } catch {
      // Then nothing is counted.
    }
  }
}
