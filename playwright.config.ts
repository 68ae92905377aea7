import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  // They have configurations of their own: playwright.*.config.ts.
  testIgnore: ['faults/**', 'security/**', 'updates/**', 'pictures/**'],
  outputDir: 'test-results',
  // A clipboard is one to a desktop where there is no Xvfb.
  workers: process.platform === 'linux' ? 2 : 1,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./scripts/reporters/playwright.mjs']],
});
