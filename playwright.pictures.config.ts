import { defineConfig } from '@playwright/test';

/** Configuration of `npm run screenshots`, which takes the pictures of docs/screens. */
export default defineConfig({
  testDir: 'e2e/pictures',
  testMatch: '*.pictures.ts',
  outputDir: 'test-results/pictures',
  workers: 2,
  fullyParallel: true,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
});
