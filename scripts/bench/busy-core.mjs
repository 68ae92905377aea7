// A busy loop that takes a share of the core it runs on: `busy-core.mjs PARENT PERIOD SHARE`, the period in milliseconds. It works at
// the beginning of each period of the system's clock, so that loops on several cores take the same time slices and no thread
// escapes to another core. It allocates nothing, which would empty the caches of the processor as well. It ends when the
// process PARENT has ended.
const [parent, periodMs, share] = process.argv.slice(2).map(Number);
const busyMs = periodMs * share;
const { timeOrigin } = performance;
const never = new Int32Array(new SharedArrayBuffer(4));
while (process.ppid === parent) {
  const end = performance.now() + busyMs;
  while (performance.now() < end);
  if (share < 1) Atomics.wait(never, 0, 0, periodMs - ((timeOrigin + performance.now()) % periodMs));
}
