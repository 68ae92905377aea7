import { lazyBuiltins } from '../lazy-builtins';

/** The part of Electron's `clipboard` that is used; its methods are asynchronous from Electron 44 on. */
export interface Clipboard {
  writeText(text: string): unknown;
  readText(): string | Promise<string>;
  clear(): unknown;
}

/** What Ringside put on the clipboard, so that it can be taken off again when the call is over. */
export class ClipboardGuard {
  /** A hash, so that a customer who was copied is not kept here longer than on the clipboard. */
  #last: string | undefined;

  constructor(private readonly clipboard: Clipboard) {}

  async write(text: string): Promise<void> {
    await this.clipboard.writeText(text);
    this.#last = hash(text);
  }

  /** Empties the clipboard if it still holds our last copy; what somebody else copied since stays. */
  async clear(): Promise<void> {
    if (this.#last === undefined) return;
    const ours = this.#last === hash(await this.clipboard.readText());
    this.#last = undefined;
    if (ours) await this.clipboard.clear();
  }
}

/** Line ends aside: Windows gives them back as it likes. */
function hash(text: string): string {
  return lazyBuiltins.crypto().createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
