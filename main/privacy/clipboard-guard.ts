import { lazyBuiltins } from '../lazy-builtins';

/** The part of Electron's `clipboard` that is used; its methods are asynchronous from Electron 44 on. */
export interface Clipboard {
  writeText(text: string): unknown;
  readText(): string | Promise<string>;
  clear(): unknown;
}

/** Clears the clipboard when the call is over, if Ringside wrote what is on it. */
export class ClipboardGuard {
  /** Hash of the last copied text, so that a customer's data is not kept here longer than on the clipboard. */
  #last: string | undefined;

  constructor(private readonly clipboard: Clipboard) {}

  async write(text: string): Promise<void> {
    await this.clipboard.writeText(text);
    this.#last = hash(text);
  }

  /** Clears the clipboard if it still holds Ringside's last text. A text that another program copied stays. */
  async clear(): Promise<void> {
    if (this.#last === undefined) return;
    const ours = this.#last === hash(await this.clipboard.readText());
    this.#last = undefined;
    if (ours) await this.clipboard.clear();
  }
}

/** Normalises line breaks, because Windows may change them. */
function hash(text: string): string {
  return lazyBuiltins.crypto().createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
