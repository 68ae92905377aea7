import { bootstrap, run } from './bootstrap.mjs';
import { runE2e } from './e2e.mjs';

/** Takes every picture of docs/screens, and its contact sheet; `-- -g de` takes a part. */
await run(async () => {
  await bootstrap();
  return runE2e(['--config', 'playwright.pictures.config.ts', ...process.argv.slice(2)]);
});
