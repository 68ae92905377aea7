import { defineConfig } from '@playwright/test';
import { rows } from './e2e/bench/table';

export default defineConfig({
  testDir: 'e2e/bench',
  testMatch: '*.bench.ts',
  outputDir: 'test-results/bench',
  // Nothing may run in parallel to a measurement.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  globalTimeout: 15 * 60_000,
  reporter: [['list'], ['./scripts/reporters/bench.mjs', { rows }]],
});
