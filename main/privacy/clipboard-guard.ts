import type { ClipboardFate } from '../../preload/contract/calls';
import { lazyBuiltins } from '../lazy-builtins';
import { type Clipboard, type ClipboardPlace, clipboardPlaces } from './clipboard-places';

/** How long a text that was copied within this time stays after the call, in milliseconds. */
const keepMs = 60_000;

/** Clears the clipboard when the call is over, if Ringside wrote what is on it. */
export class ClipboardGuard {
  /** Hash of the last copied text, so that a customer's data is not kept here longer than on the clipboard. */
  #last: { hash: string; copiedAt: number } | undefined;
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
    await this.clipboard.writeText(text);
    clearTimeout(this.#clearing);
    this.#last = { hash: hash(text), copiedAt: Date.now() };
  }

  /** Ends the call. A text of the last minute stays for another one, because the agent may be about to paste it. */
  async callEnded(): Promise<ClipboardFate> {
    const last = this.#last;
    if (!last || !(await this.#holdsOurs(this.clipboard))) {
      await this.clear();
      return 'untouched';
    }
    if (Date.now() - last.copiedAt >= keepMs) {
      await this.clear();
      return 'cleared';
    }
    clearTimeout(this.#clearing);
    this.#clearing = setTimeout(() => void this.clear(), keepMs);
    return 'stays';
  }

  /** Clears every place that still holds Ringside's last text. A text that another program copied stays. */
  async clear(): Promise<void> {
    clearTimeout(this.#clearing);
    if (!this.#last) return;
    for (const place of clipboardPlaces(this.clipboard, this.platform))
      if (await this.#holdsOurs(place)) await place.clear();
    this.forget();
  }

  /** Gives up the last text, whether or not it could be cleared. */
  forget(): void {
    clearTimeout(this.#clearing);
    this.#last = undefined;
  }

  async #holdsOurs(place: ClipboardPlace): Promise<boolean> {
    return this.#last?.hash === hash(await place.readText());
  }
}

/** Normalises line breaks, because Windows may change them. */
function hash(text: string): string {
  return lazyBuiltins.crypto().createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
