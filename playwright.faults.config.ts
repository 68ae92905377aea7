import { defineConfig } from '@playwright/test';
import { faults } from './e2e/faults/table';

export default defineConfig({
  testDir: 'e2e/faults',
  outputDir: 'test-results/faults',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['dot'], ['./scripts/reporters/faults.mjs', { faults }]],
});
