import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  test: {
    include: ['{main,preload,renderer}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    environment: 'node',
    // Ends what hangs; no test depends on a fast machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', resolve(root, 'scripts/reporters/vitest.mjs')],
  },
});
