import type { ClipboardFate } from '../../preload/contract/calls';
import { lazyBuiltins } from '../lazy-builtins';
import { type Clipboard, type ClipboardPlace, clipboardPlaces } from './clipboard-places';

/** How long a text that was copied within this time stays after the call, in milliseconds. */
const keepMs = 60_000;

/** A text that was copied. */
interface Copied {
  hash: string;
  copiedAt: number;
}

/** Clears the clipboard when a call leaves the desk, if Ringside wrote what is on it. */
export class ClipboardGuard {
  /** Hash of the last copied text, so that a customer's data is not kept here longer than on the clipboard. */
  #last: Copied | undefined;
  #clearing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly clipboard: Clipboard,
    private readonly platform: NodeJS.Platform = process.platform,
  ) {}

  /** Whether a text was copied and not cleared yet. */
  get hasCopied(): boolean {
    return this.#last !== undefined;
  }

  async write(text: string): Promise<void> {
    const before = this.#last;
    const copied = { hash: hash(text), copiedAt: Date.now() };
    // Set before the write, so that a clearing of an older text does not remove this one.
    this.#last = copied;
    try {
      await this.clipboard.writeText(text);
    } catch (error) {
      if (this.#last === copied) this.#last = before;
      throw error;
    }
  }

  /**
   * A call has ended, was put on hold or taken back. A text of the last minute stays for another one, because the agent may be
   * about to paste it.
   */
  async callLeft(): Promise<ClipboardFate> {
    const last = this.#last;
    const isHeld = last !== undefined && (await holds(this.clipboard, last));
    if (!isHeld || this.#last !== last) {
      await this.#clear(last);
      return 'untouched';
    }
    if (Date.now() - last.copiedAt >= keepMs) {
      await this.#clear(last);
      return 'cleared';
    }
    clearTimeout(this.#clearing);
    this.#clearing = setTimeout(() => void this.#clear(last), keepMs);
    return 'stays';
  }

  /** Clears every place that still holds Ringside's last text. A text that another program copied stays. */
  async clear(): Promise<void> {
    await this.#clear(this.#last);
  }

  /** Gives up the last text, whether or not it could be cleared. */
  forget(): void {
    clearTimeout(this.#clearing);
    this.#last = undefined;
  }

  /** Clears this text, unless a newer one was copied since. */
  async #clear(copied: Copied | undefined): Promise<void> {
    if (!copied) return;
    for (const place of clipboardPlaces(this.clipboard, this.platform))
      if ((await holds(place, copied)) && this.#last === copied) await place.clear();
    if (this.#last === copied) this.forget();
  }
}

async function holds(place: ClipboardPlace, { hash: copied }: Copied): Promise<boolean> {
  return copied === hash(await place.readText());
}

/** Normalises line breaks, because Windows may change them. */
function hash(text: string): string {
  return lazyBuiltins.crypto().createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
