/** Loaded before the app: main's timer of 30 seconds, after which telemetry is exported, ends after one. */
const everyMs = 30_000;
// A proxy keeps the other members, which `util.promisify` reads.
globalThis.setInterval = new Proxy(globalThis.setInterval, {
  apply: (timer, self, [work, ms, ...rest]) =>
    Reflect.apply(timer, self, [work, ms === everyMs ? 1_000 : ms, ...rest]),
});
