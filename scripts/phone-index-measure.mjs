import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './bootstrap/paths.mjs';
import { bootstrap, run } from './bootstrap.mjs';

/** Prints what the telephone index of 20,000 customers costs, and the memory of a million entries. */
await run(async () => {
  await bootstrap();
  const { module } = await runnerImport(join(root, 'scripts', 'phone-index-measure', 'measure.ts'));
  const { studio, million } = module;
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(`\n${studio.customers} customers, read in this process from memory:`);
  console.log(`  answers: ${studio.requests} requests, ${megabytes(studio.bytes)}`);
  console.log(`  entries: ${studio.entries}, ${megabytes(studio.entries * 16)}`);
  console.log(`  processor: ${studio.cpuSeconds.toFixed(2)} s`);
  console.log(`\n${million.entries} entries:`);
  console.log(`  memory: ${megabytes(million.bytes)}, while they are merged ${megabytes(million.peakBytes)}`);
  console.log(
    `  merging: longest block ${million.blockMs.toFixed(1)} ms, ${million.blockCpuMs.toFixed(1)} ms of processor`,
  );
  console.log(`  one search: ${(million.findMs * 1_000).toFixed(0)} µs`);
  return 0;
});
