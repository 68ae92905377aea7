import { bootstrap, run } from './bootstrap.mjs';
import { runSuite } from './e2e.mjs';

/** Takes the pictures of docs/screens and their contact sheet; `-- -g de` takes some of them. */
await run(async () => {
  await bootstrap();
  return runSuite('pictures', process.argv.slice(2));
});
