/**
 * Keeps one thing until it is taken, for so long at most.
 *
 * SECURITY: nothing of a caller is kept for nobody.
 */
export class ExpiringValue<T> {
  #kept: { value: T; forget: NodeJS.Timeout } | undefined;

  constructor(private readonly ms: number) {}

  keep(value: T): void {
    this.drop();
    const forget = setTimeout(() => this.drop(), this.ms);
    forget.unref();
    this.#kept = { value, forget };
  }

  /** What is kept, once, if it is what is wanted. */
  take(isWanted: (value: T) => boolean): T | undefined {
    const kept = this.#kept;
    if (!kept || !isWanted(kept.value)) return undefined;
    this.drop();
    return kept.value;
  }

  drop(): void {
    clearTimeout(this.#kept?.forget);
    this.#kept = undefined;
  }
}
