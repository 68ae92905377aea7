import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isOlder } from './version';

/** So many starts of one version in a row that never showed a desk make a broken version. */
const broken = 2;

interface Starts {
  version: string;
  failed: number;
  /** The version that was left for the one before it. */
  left: string | undefined;
}

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

  /** By hand: the guard is asked before anything larger is loaded. */
  #read(): Starts {
    try {
      const { version, failed, left } = JSON.parse(readFileSync(this.file, 'utf8'));
      return {
        version: String(version),
        failed: Number.isSafeInteger(failed) ? failed : 0,
        left: typeof left === 'string' ? left : undefined,
      };
    } catch {
      return { version: '', failed: 0, left: undefined };
    }
  }

  /** At once: a crash may be next. A disk that refuses must not keep the desk from opening. */
  #write(starts: Omit<Starts, 'version'>): void {
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      writeFileSync(this.file, JSON.stringify({ version: this.version, ...starts }), { mode: 0o600 });
    } catch {
      // Then nothing is counted.
    }
  }
}
