import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { electronModule } from './electron-in-use.mjs';

/**
 * Time limit without data, in milliseconds, for connecting as well: a blocked network must not look like a slow one.
 */
const silence = 20_000;

// Electron's own downloader, imported through its package because it is a dependency of that package.
const electronRequire = createRequire(join(electronModule, 'install.js'));
const { downloadArtifact } = electronRequire('@electron/get');
const { version } = JSON.parse(readFileSync(join(electronModule, 'package.json'), 'utf8'));

const stop = new AbortController();
let heard = Date.now();
const watch = setInterval(() => {
  if (Date.now() - heard > silence) stop.abort(new Error(`nothing heard for ${silence / 1000} s`));
}, 500);
let reported = 0;

try {
  await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    checksums: electronRequire('./checksums.json'),
    cacheRoot: process.env.electron_config_cache,
    downloadOptions: {
      quiet: true,
      signal: stop.signal,
      getProgressCallback: async ({ transferred, total }) => {
        heard = Date.now();
        if (heard - reported < 200) return;
        reported = heard;
        process.send?.({ bytes: transferred, total });
      },
    },
  });
} catch (error) {
  const cause = error.cause?.errors?.[0] ?? error.cause;
  process.send?.({ complaint: cause?.message ?? error.message });
  process.exitCode = 1;
} finally {
  clearInterval(watch);
  process.disconnect?.();
}
