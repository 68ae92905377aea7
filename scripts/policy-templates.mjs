import { join } from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { bootstrap, run } from './bootstrap.mjs';
import { runToEnd } from './run-to-end.mjs';

/** Writes docs/policy: templates for management tools. */
await run(async () => {
  await bootstrap();
  const script = join(root, 'out', 'main', 'policy-templates.js');
  return runToEnd(process.execPath, [script, join(root, 'docs', 'policy')]);
});
