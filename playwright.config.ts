import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  // These folders have their own configurations: playwright.*.config.ts.
  testIgnore: ['faults/**', 'security/**', 'updates/**', 'pictures/**'],
  outputDir: 'test-results',
  // Without Xvfb, all tests share one clipboard.
  workers: process.platform === 'linux' ? 2 : 1,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./scripts/reporters/playwright.mjs']],
});
