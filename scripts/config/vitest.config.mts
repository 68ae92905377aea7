import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');
/** Tests that need Windows, its registry and its Credential Manager; `npm run test:windows` runs them. */
const windowsTests = '{main,preload}/**/*.windows.test.ts';
const onWindows = process.env.RINGSIDE_SUITE === 'windows';

export default defineConfig({
  root,
  test: {
    ...(onWindows
      ? { include: [windowsTests] }
      : {
          include: ['{main,preload,renderer}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
          exclude: ['**/node_modules/**', windowsTests],
        }),
    environment: 'node',
    // A process for each of the files takes twice as long as their tests. No file changes a module or leaves its clock
    // stopped; `--sequence.shuffle.files` shows that the order does not matter.
    isolate: false,
    // Ends what hangs; no test depends on a fast machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', resolve(root, 'scripts/reporters/vitest.mjs')],
  },
});
