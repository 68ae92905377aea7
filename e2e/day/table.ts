/** A quantity that must not grow over the day. */
export interface Quantity {
  /** What is measured, in a few words. */
  what: string;
  unit: 'MB' | 'kB' | '';
  /** Growth in the 2,000 lookups of a day up to which it counts as flat, in its unit; docs/performance.md explains the limits. */
  most: number;
  /** True where it is of the page, which each lock loads again: it is also judged by the lookups since then. */
  isOfPage?: true;
}

/** All quantities, in the order of the table. */
export const quantities = {
  mainHeap: { what: 'Main: JavaScript heap', unit: 'MB', most: 1 },
  mainBuffers: { what: 'Main: buffers outside of the heap', unit: 'MB', most: 1 },
  pageHeap: { what: 'Page: JavaScript heap', unit: 'MB', most: 3, isOfPage: true },
  mainMemory: { what: 'Main: private memory', unit: 'MB', most: 10 },
  pageMemory: { what: 'Page: private memory', unit: 'MB', most: 15, isOfPage: true },
  gpuMemory: { what: 'GPU process: private memory', unit: 'MB', most: 10 },
  networkMemory: { what: 'Network service: private memory', unit: 'MB', most: 5 },
  otherMemory: { what: 'Other processes: private memory', unit: 'MB', most: 5 },
  memory: { what: 'All processes: memory without files (PSS)', unit: 'MB', most: 15 },
  nodes: { what: 'Page: DOM nodes', unit: '', most: 20, isOfPage: true },
  pageListeners: { what: 'Page: event listeners', unit: '', most: 2, isOfPage: true },
  documents: { what: 'Page: documents', unit: '', most: 0.5, isOfPage: true },
  mainListeners: { what: 'Main: listeners of emitters, and IPC handlers', unit: '', most: 0.5 },
  contexts: { what: 'Main: JavaScript contexts', unit: '', most: 0.5 },
  handles: { what: 'Main: active handles and requests', unit: '', most: 2 },
  files: { what: 'All processes: open files and sockets', unit: '', most: 3 },
  processes: { what: 'Processes', unit: '', most: 0.5 },
  threads: { what: 'Threads', unit: '', most: 3 },
  log: { what: 'Log, five files of at most 1 MiB', unit: 'kB', most: 1024 },
  profile: { what: 'Profile folder without the log', unit: 'kB', most: 256 },
} satisfies Record<string, Quantity>;

export type QuantityId = keyof typeof quantities;

/** What was measured after a number of lookups. */
export interface Sample {
  lookups: number;
  /** Lookups since the page was loaded. */
  pageLookups: number;
  values: Record<QuantityId, number>;
}
