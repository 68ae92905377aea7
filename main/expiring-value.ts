/**
 * Holds one value until it is taken or its lifetime ends.
 *
 * SECURITY: data about a caller does not stay in memory when nobody takes it.
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

  /** Returns the value once, if the predicate accepts it. */
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
