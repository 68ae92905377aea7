import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  test: {
    include: ['{main,preload,renderer}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
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
