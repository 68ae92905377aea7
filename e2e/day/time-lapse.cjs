/**
 * Clock of Ringside's main process in a time-lapse, loaded before the app: `Date.now` runs faster by RINGSIDE_TIME_LAPSE, and
 * timers of a minute or more end as much earlier. The time limits of requests are shorter, and stay as they are.
 */
const factor = Number(process.env.RINGSIDE_TIME_LAPSE);
const longMs = 60_000;
const began = Date.now();
const real = Date.now;
let skipped = 0;

Date.now = () => Math.round(began + (real() - began) * factor) + skipped;

// A proxy keeps the other members, which `util.promisify` reads.
for (const name of ['setTimeout', 'setInterval'])
  globalThis[name] = new Proxy(globalThis[name], {
    apply: (timer, self, [work, ms, ...rest]) =>
      Reflect.apply(timer, self, [work, ms >= longMs ? ms / factor : ms, ...rest]),
  });

/** What the test reads and sets. */
globalThis.timeLapse = {
  /** Milliseconds since the start. */
  passed: () => Date.now() - began,
  /** Lets time pass at once. */
  skip(ms) {
    skipped += ms;
  },
  /** Seconds since the last input anywhere on the desktop, in place of the display's, which sees none. */
  idleSeconds: 0,
  /** Names of the warnings of Node, such as the one about too many listeners. */
  warnings: [],
};
process.on('warning', ({ name }) => globalThis.timeLapse.warnings.push(name));
