/** Cores that several stages share. They start in their order, each when enough cores are free. */
export class SharedCores {
  #free;
  #waiting = [];

  /** @param {number} cores */
  constructor(cores) {
    this.cores = cores;
    this.#free = cores;
  }

  /**
   * Runs work when its cores are free.
   *
   * @template T
   * @param {number} cores that the work keeps busy; at most all
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async run(cores, work) {
    const taken = Math.min(cores, this.cores);
    await new Promise((start) => {
      this.#waiting.push({ taken, start });
      this.#next();
    });
    try {
      return await work();
    } finally {
      this.#free += taken;
      this.#next();
    }
  }

  #next() {
    while (this.#waiting.length > 0 && this.#waiting[0].taken <= this.#free) {
      const { taken, start } = this.#waiting.shift();
      this.#free -= taken;
      start();
    }
  }
}
