import { bootstrap, isMain, run } from './bootstrap.mjs';
import { runTable } from './e2e.mjs';
import { makeLinuxInstallers } from './linux-installers.mjs';
import { packageApp } from './package.mjs';
import { writeSbom } from './sbom.mjs';

/**
 * Builds the package and its Linux installers, and carries out every attack of e2e/security/table.ts on them;
 * `--write` updates docs/security.md.
 */
export async function runSecurity(args, variables = {}) {
  for (const kind of ['release', 'test']) await packageApp(kind);
  await makeLinuxInstallers();
  writeSbom();
  return runTable('security', args, variables);
}

if (isMain(import.meta.url))
  await run(async () => {
    await bootstrap();
    return runSecurity(process.argv.slice(2));
  });
