import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isOlder } from './version';

/** Number of consecutive failed starts after which a version counts as broken. */
const broken = 2;

interface Starts {
  version: string;
  failed: number;
  /** Version that was replaced by the previous one. */
  left: string | undefined;
}

/**
 * Counts failed starts in a file, so that the next start notices a version that cannot start.
 *
 * Each start counts as failed until {@link settled} is called: a crash or an empty window cannot report itself.
 */
export class StartGuard {
  constructor(
    private readonly file: string,
    private readonly version: string,
  ) {}

  /** Records a start. @returns whether this version has failed too often before */
  began(): boolean {
    const { version, failed, left } = this.#read();
    const before = version === this.version ? failed : 0;
    this.#write({ failed: before + 1, left });
    return before >= broken;
  }

  /** Records that the desk was shown. */
  settled(): void {
    this.#write({ failed: 0, left: this.left() });
  }

  /** Records that the previous version replaces this one. */
  leaves(): void {
    this.#write({ failed: 0, left: this.version });
  }

  /** Version that was replaced by this one, and must not be installed again automatically. */
  left(): string | undefined {
    const { left } = this.#read();
    return left !== undefined && isOlder(this.version, left) ? left : undefined;
  }

  /** Parsed without a schema library, because it runs before anything larger is loaded. */
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

  /** Written synchronously, because a crash may follow. A disk error must not keep the window from opening. */
  #write(starts: Omit<Starts, 'version'>): void {
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      writeFileSync(this.file, JSON.stringify({ version: this.version, ...starts }), { mode: 0o600 });
    } catch {
      // Without a file, starts are not counted.
    }
  }
}
