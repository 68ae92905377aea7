import type { Outcome } from '../preload/contract/problem';

/** Calls that wait until a test answers them. */
export class Pending<I, T> {
  readonly inputs: I[] = [];
  readonly #answers: ((outcome: Outcome<T>) => void)[] = [];

  readonly call = (input: I) => {
    this.inputs.push(input);
    return new Promise<Outcome<T>>((resolve) => this.#answers.push(resolve));
  };

  async answer(index: number, outcome: Outcome<T>) {
    this.#answers[index]?.(outcome);
    await Promise.resolve();
    await Promise.resolve();
  }
}
