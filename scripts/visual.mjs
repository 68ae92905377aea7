import { bootstrap, run } from './bootstrap.mjs';
import { runSuite } from './e2e.mjs';

/** Compares pictures of the window with the accepted ones; `--update-snapshots=all` accepts what it looks like now. */
await run(async () => {
  await bootstrap();
  return runSuite('visual', process.argv.slice(2));
});
