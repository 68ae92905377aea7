/** How the figure of a row is computed; `ours` and `theirs` are lists of samples. */
export type Figure =
  /** Median of ours divided by the median of theirs. */
  | 'ratio'
  /** 95th percentile of ours divided by the median of theirs. */
  | 'ratio95'
  /** Mean of ours divided by the mean of theirs, for values in few, large steps. */
  | 'ratioOfMeans'
  /** Median of ours. */
  | 'median'
  /** 95th percentile of ours. */
  | 'p95';

export interface Row {
  /** What is measured, in one line. */
  what: string;
  /** What it is compared with; – where the target is absolute. */
  against: string;
  figure: Figure;
  /** Unit of the samples. */
  unit: 'ms' | 'MB' | 'kB' | 'frames' | '%' | 's';
  /** Target: the maximum of the figure. */
  most: number;
  /** Decimals of the samples. */
  decimals?: number;
  /** Why a target is missed, as measured, and what the limit is. */
  limit?: string;
}

const blank = 'a blank window of the same Electron';

/** All rows of docs/benchmarks.md, in this order. */
export const rows = {
  start: {
    what: 'Start: from the spawn to the search box on screen, ready for typing',
    against: blank,
    figure: 'ratio',
    unit: 'ms',
    most: 1.12,
    limit:
      'until the page asks for its script Ringside does what a blank window does; compiling it, and the layout and the paint of the desk, come on top ([performance](performance.md#a-start)).',
  },
  memory: {
    what: 'Memory of all processes (PSS) with an account open',
    against: blank,
    figure: 'ratio',
    unit: 'MB',
    most: 1.15,
    limit:
      'the same account as plain HTML in a blank window, without a script, takes 1.06 of it; the services of main take 0.03, the script and V8 the rest ([performance](performance.md#memory)).',
  },
  lookup: {
    what: 'Lookup by customer number: Enter to the balance painted',
    against: 'the same two requests by bare `session.fetch`, and one frame',
    figure: 'ratio',
    unit: 'ms',
    most: 1.3,
    decimals: 1,
    limit:
      'in most lookups a frame with the customer is drawn before the balance arrives, some 10 ms; with slowed processors a lookup takes more than twice the processor time ([performance](performance.md#a-lookup)).',
  },
  lookup95: {
    what: 'The same lookup, 95th percentile',
    against: 'the median of the same requests and one frame',
    figure: 'ratio95',
    unit: 'ms',
    most: 1.8,
    decimals: 1,
    limit:
      'a balance that comes just behind the beginning of a frame waits 17 ms for the next ([performance](performance.md#a-lookup)).',
  },
  search: {
    what: 'Search answered with 5,000 full customers (10 MB): Enter to the first rows painted',
    against: 'fetching and `JSON.parse` of the same body, bare',
    figure: 'ratio',
    unit: 'ms',
    most: 1.3,
    limit:
      'Ringside keeps every digit and drops what nobody reads, in JavaScript, where `JSON.parse` is native; then 5,000 hits are ordered and the first are drawn ([performance](performance.md#a-search-of-5000)).',
  },
  parse: {
    what: 'Reading that answer: ids and amounts exact, the fields that are wanted checked by their schema',
    against: '`JSON.parse` of the same bytes, both in Node',
    figure: 'ratio',
    unit: 'ms',
    most: 1.25,
    limit:
      'on processors on which `JSON.parse` is fast, dropping three quarters of the bytes in JavaScript takes longer than parsing them ([performance](performance.md#a-search-of-5000)).',
  },
  blockMain: {
    what: 'During that search: longest block of the main process',
    against: '–',
    figure: 'median',
    unit: 'ms',
    most: 33,
    limit:
      'main breaks after 3 ms of its own work; copying up to 2 MB of the answer in the same turn and collections of garbage come on top, and with slowed processors each takes three times as long or more ([performance](performance.md#a-search-of-5000)).',
  },
  blockRenderer: {
    what: 'During that search: longest block of the renderer',
    against: '–',
    figure: 'median',
    unit: 'ms',
    most: 33,
    limit:
      'script of Ringside is 2 to 4 ms of the longest stretches (a profile); the rest is Chromium drawing the first rows.',
  },
  typing: {
    what: 'Typing on, narrowing 5,000 rows: key to the letter painted, 95th percentile',
    against: 'a frame of the blank window while a text is typed in it',
    figure: 'ratio95',
    unit: 'ms',
    most: 1.5,
    decimals: 1,
    limit:
      'a key just behind the beginning of a frame waits for the next; with slowed processors a letter passes from thread to thread with a wait at each step, in the blank window as well ([performance](performance.md#typing-and-scrolling)).',
  },
  typingRows: {
    what: 'The same keys: key to the narrowed rows painted, 95th percentile',
    against: 'a frame of the blank window while a text is typed in it',
    figure: 'ratio95',
    unit: 'ms',
    most: 2.5,
    decimals: 1,
    limit:
      'the rows take a frame of their own after that of the letter ([performance](performance.md#typing-and-scrolling)).',
  },
  scrolling: {
    what: 'Scrolling 5,000 rows: frames over 20 ms, of all frames',
    against: 'the same rows at rest',
    figure: 'median',
    unit: '%',
    most: 1,
    decimals: 2,
    limit:
      'without a graphics card the processor draws each frame, and page, compositor and display share the slowed cores ([performance](performance.md#typing-and-scrolling)).',
  },
  manyBookings: {
    what: 'A customer with 10,000 transactions in one slice: Enter to the first rows painted',
    against: 'a customer with 100, at the same time',
    figure: 'ratio',
    unit: 'ms',
    most: 1.5,
  },
  manyBookingsMemory: {
    what: 'Memory of all processes (PSS) after lookups of that customer',
    against: 'after as many of the customer with 100, at the same time',
    figure: 'ratio',
    unit: 'MB',
    most: 1.1,
    limit:
      'main reads 500 rows where it reads 100 of the other customer, and its heap keeps the pages; the page draws only the rows in view ([performance](performance.md#many-transactions)).',
  },
  shift: {
    what: 'A shift: memory after 2,000 lookups of different customers, or after 6 minutes of them',
    against: 'memory after lookup 200',
    figure: 'ratio',
    unit: 'MB',
    most: 1.05,
  },
  rest: {
    what: 'CPU time at rest with an account open, in 60 s, from the second minute of the call on',
    against: `${blank}, at the same time`,
    figure: 'ratioOfMeans',
    unit: 's',
    most: 1.2,
    decimals: 2,
    limit:
      'its threads run as often as those of the blank window, nearly always for the blinking cursor, and its frame has more to draw ([performance](performance.md#rest)).',
  },
  script: {
    what: 'JavaScript of the renderer, gzip',
    against: '–',
    figure: 'median',
    unit: 'kB',
    most: 150,
    limit: 'the texts in two languages are 21 kB of it.',
  },
  asar: {
    what: 'All that is ours in the package (asar)',
    against: '–',
    figure: 'median',
    unit: 'kB',
    most: 2048,
  },
  studiosStart: {
    what: 'Start with 200 studios',
    against: 'start with one studio',
    figure: 'ratio',
    unit: 'ms',
    most: 1.02,
    limit: 'the answer to the first call of the page names 200 studios in place of one.',
  },
  studiosMemory: {
    what: 'Memory of all processes (PSS) with 200 studios',
    against: 'with one studio',
    figure: 'ratio',
    unit: 'MB',
    most: 1.03,
  },
  studiosSearch: {
    what: 'A name searched in 200 studios that answer immediately: Enter to the balance painted',
    against: 'the same 201 requests by bare `session.fetch`, six at a time',
    figure: 'ratio',
    unit: 'ms',
    most: 1.3,
    limit:
      'every search reads the key of each studio from the keychain, and two cores run the server, the keyring, main and the page ([performance](performance.md#many-studios)).',
  },
  phoneLookup: {
    what: 'Lookup by telephone number with a complete index: Enter to the balance painted',
    against: 'the same lookup by customer number',
    figure: 'ratio',
    unit: 'ms',
    most: 1.1,
    decimals: 1,
    limit: 'the number is read and looked for in the index before the customer is requested.',
  },
  phoneIndexBytes: {
    what: 'Telephone index of a studio with 20,000 full customers: bytes that arrive',
    against: '–',
    figure: 'median',
    unit: 'MB',
    most: 45,
    decimals: 1,
  },
  phoneIndexCpu: {
    what: 'Making that index: processor time of the main process',
    against: '–',
    figure: 'median',
    unit: 's',
    most: 10,
    decimals: 1,
  },
  phoneIndexBlock: {
    what: 'Making that index: longest block of the main process, processor time of its thread between two turns',
    against: 'the longest block in three seconds at rest',
    figure: 'median',
    unit: 'ms',
    most: 16,
    limit:
      'a thread of its own reads the slices; main passes the bytes on and merges entries for at most 4 ms, after which a collection of garbage can follow.',
  },
  phoneMillion: {
    what: 'Memory of a telephone index with a million entries',
    against: '–',
    figure: 'median',
    unit: 'MB',
    most: 30,
    decimals: 1,
  },
  byHand: {
    what: 'A name to the balance and the bookings on screen',
    against: '`curl` and `jq` for search, balances and bookings, as three processes',
    figure: 'ratio',
    unit: 'ms',
    most: 0.8,
    limit:
      'the customer, the balance and the table are drawn one after the other, each with a frame ([performance](performance.md#a-lookup)).',
  },
} satisfies Record<string, Row>;

export type RowId = keyof typeof rows;

/** Result of a row: samples in the unit of the row. */
export interface Measured {
  ours: number[];
  theirs?: number[];
  /** A remark about the measurement, for example that it was not possible. */
  note?: string;
}

/** One point of a plot. */
export interface Point {
  /** Number of rows in the answer. */
  rows: number;
  /** Milliseconds from Enter to the paint of the first rows, one per run. */
  ms: number[];
  /** PSS of all processes afterwards, in MB. */
  mb: number;
  /** Message that Ringside showed in place of rows. */
  refused?: string;
}

export type SeriesId = 'customers' | 'bookings';
