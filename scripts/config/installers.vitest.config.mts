import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');
const suite = process.env.RINGSIDE_SUITE ?? '';

/** Tests of packages that are installed, of the suite that `scripts/installers.mjs` names. */
export default defineConfig({
  root,
  test: {
    include: [`scripts/${suite}/*.spec.mjs`],
    environment: 'node',
    // A course of steps: each test starts from what the one before it has left.
    sequence: { concurrent: false },
    bail: 1,
    testTimeout: 180_000,
    hookTimeout: 300_000,
    reporters: ['default', resolve(root, 'scripts/reporters/vitest.mjs')],
  },
});
