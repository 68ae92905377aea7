import { bootstrap, run } from './bootstrap.mjs';
import { runE2e } from './e2e.mjs';

/** Takes the pictures of docs/screens and their contact sheet; `-- -g de` takes some of them. */
await run(async () => {
  await bootstrap();
  return runE2e(['--config', 'playwright.pictures.config.ts', ...process.argv.slice(2)]);
});
