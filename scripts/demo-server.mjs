import { join } from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { bootstrap, run } from './bootstrap.mjs';
import { runToEnd } from './run-to-end.mjs';

await run(async () => {
  await bootstrap();
  const script = join(root, 'out', 'main', 'demo-server.js');
  return runToEnd(process.execPath, [script, ...process.argv.slice(2)]);
});
