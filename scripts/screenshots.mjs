import { bootstrap, run } from './bootstrap.mjs';
import { runSuite } from './e2e.mjs';

/**
 * Takes the pictures of every state into dist/screens, and makes the contact sheets of docs/screens from them; `-- -g de`
 * takes some of the pictures and makes no sheet.
 */
await run(async () => {
  await bootstrap();
  const args = process.argv.slice(2);
  const code = await runSuite('pictures', args);
  return code !== 0 || args.length > 0 ? code : runSuite('contact-sheet', []);
});
