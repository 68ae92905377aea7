import { defineConfig } from '@playwright/test';
import { attacks } from './e2e/security/table';

export default defineConfig({
  testDir: 'e2e/security',
  outputDir: 'test-results/security',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['dot'], ['./scripts/reporters/security.mjs', { attacks }]],
});
