import { defineConfig } from '@playwright/test';
import { courses } from './e2e/updates/table';

export default defineConfig({
  testDir: 'e2e/updates',
  outputDir: 'test-results/updates',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  expect: { timeout: 10_000 },
  reporter: [['dot'], ['./scripts/reporters/updates.mjs', { courses }]],
});
