import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './bootstrap/paths.mjs';
import { bootstrap, run } from './bootstrap.mjs';

/** Prints how many of the expected customers a search finds among the first five hits. */
await run(async () => {
  await bootstrap();
  const { module } = await runnerImport(join(root, 'scripts', 'search-measure', 'measure.ts'));
  for (const sensitivity of ['accent-sensitive', 'accent-insensitive']) {
    const shares = await module.measure(sensitivity);
    const sum = (of) => shares.reduce((total, share) => total + of(share), 0);
    const all = sum((share) => share.pairs);
    console.log(`\nWith an ${sensitivity} API:`);
    for (const { language, pairs, found } of shares) console.log(`  ${language}: ${found} of ${pairs}`);
    const found = sum((share) => share.found);
    console.log(`  all: ${found} of ${all}, ${Math.round((100 * found) / all)} %`);
    const requests = (sum((share) => share.requests) / all).toFixed(1);
    console.log(
      `  requests: ${requests} per search, at most ${Math.max(...shares.map((s) => s.mostRequests))}`,
    );
    if (process.argv.includes('--missed'))
      for (const { missed } of shares) for (const pair of missed) console.log(`    ${pair}`);
  }
  return 0;
});
