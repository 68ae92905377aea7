/**
 * Collects all garbage now, which takes about 15 ms.
 *
 * Electron 33 may crash while it quits if V8 marks garbage on its own threads at that time; one in twelve quits after
 * a screenshot did. A full collection finishes the marking.
 */
export function collectGarbage(): void {
  collector()();
}

/**
 * Collects what the start has left in main's heap, and returns empty pages to the system. V8 does neither while the heap hardly
 * grows (docs/performance.md). It takes about 50 ms of main's thread.
 */
export function freeMemory(): Promise<void> {
  // In a task of its own, when the context of the collector is garbage as well.
  return collector()({ execution: 'async', flavor: 'last-resort' });
}

type Collector = (how?: { execution: 'async'; flavor: 'last-resort' }) => Promise<void>;

/** V8's `gc`, which exists only in contexts that are made after the flag. */
function collector(): Collector {
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
  return process.getBuiltinModule('node:vm').runInNewContext('gc');
}
