import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { isOlder } from './version';

/** So many starts of one version in a row that never showed a desk make a broken version. */
const broken = 2;

const schema = z.object({
  version: z.string(),
  failed: z.int().nonnegative(),
  /** The version that was left for the one before it. */
  left: z.string().optional(),
});
type Starts = z.infer<typeof schema>;

/**
 * Counts starts that never came to a desk, in a file, so that a version that cannot start is noticed by the next start.
 *
 * Each start counts as failed until {@link settled} says otherwise: whoever crashes, or shows an empty window, says nothing.
 */
export class StartGuard {
  constructor(
    private readonly file: string,
    private readonly version: string,
  ) {}

  /** Notes a start. @returns whether this version has failed too often before */
  began(): boolean {
    const { version, failed, left } = this.#read();
    const before = version === this.version ? failed : 0;
    this.#write({ failed: before + 1, left });
    return before >= broken;
  }

  /** The desk is there. */
  settled(): void {
    this.#write({ failed: 0, left: this.left() });
  }

  /** This version is given up for the one before it. */
  leaves(): void {
    this.#write({ failed: 0, left: this.version });
  }

  /** The version that was given up for this one, and must not come back by itself. */
  left(): string | undefined {
    const { left } = this.#read();
    return left !== undefined && isOlder(this.version, left) ? left : undefined;
  }

  #read(): Partial<Starts> & Pick<Starts, 'failed'> {
    try {
      return schema.parse(JSON.parse(readFileSync(this.file, 'utf8')));
    } catch {
      return { failed: 0 };
    }
  }

  /** At once: a crash may be next. A disk that refuses must not keep the desk from opening. */
  #write(starts: { failed: number; left: string | undefined }): void {
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      writeFileSync(this.file, JSON.stringify({ version: this.version, ...starts }), { mode: 0o600 });
    } catch {
      // Then nothing is counted.
    }
  }
}
