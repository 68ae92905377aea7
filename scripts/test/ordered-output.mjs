/**
 * Prints what runs in parallel one after the other: the output of the first part that has not ended as it comes, that of the
 * later ones when it is their turn.
 */
export class OrderedOutput {
  #parts = [];

  /** @param {(text: string) => void} print */
  constructor(print) {
    this.print = print;
  }

  /** Adds a part after the existing ones. */
  add() {
    const part = { text: '', hasEnded: false };
    this.#parts.push(part);
    return {
      write: (text) => {
        part.text += text;
        this.#flush();
      },
      end: () => {
        part.hasEnded = true;
        this.#flush();
      },
    };
  }

  #flush() {
    while (this.#parts.length > 0) {
      const [first] = this.#parts;
      if (first.text) this.print(first.text);
      first.text = '';
      if (!first.hasEnded) return;
      this.#parts.shift();
    }
  }
}
