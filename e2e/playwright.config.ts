import { defineConfig, type ReporterDescription } from '@playwright/test';
import { here } from '../scripts/platforms.mjs';
import {
  benchTable,
  dayTable,
  faultsTable,
  securityTable,
  updatesTable,
} from '../scripts/reporters/tables.mjs';
import { rows } from './bench/table';
import { quantities } from './day/table';
import { faults } from './faults/table';
import { attacks } from './security/table';
import { courses } from './updates/table';

/** The suite that runs; `scripts/e2e.mjs` chooses the project and sets this, because reporters belong to the whole run. */
const suite = process.env.RINGSIDE_SUITE ?? 'e2e';

/** Tables of the suites whose tests are rows. */
const tables: Record<string, unknown> = {
  faults: faultsTable(faults),
  security: securityTable(attacks),
  updates: updatesTable(courses),
  bench: benchTable(rows),
  day: dayTable(quantities),
};

const makesPictures = ['pictures', 'contact-sheet'].includes(suite);
const isListed = makesPictures || ['e2e', 'bench', 'day'].includes(suite);

function workersOf(name: string): number {
  // Without Xvfb, all tests share one clipboard.
  if (!here.ownDesktop || ['bench', 'day'].includes(name)) return 1;
  // Many tests of these two wait for a time limit, and leave a core idle.
  return ({ faults: 3, updates: 4 } as Record<string, number>)[name] ?? 2;
}

const progress: ReporterDescription = [isListed ? 'list' : 'dot'];
const results: ReporterDescription = [
  '../scripts/reporters/suite-reporter.mjs',
  { suite, table: tables[suite], maySkip: suite === 'visual' },
];

export default defineConfig({
  outputDir: `../test-results/${suite}`,
  workers: workersOf(suite),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // No test depends on a fast machine: these limits end what hangs.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: makesPictures ? [progress] : [progress, results],
  projects: [
    { name: 'e2e', testMatch: /^[^/]*e2e\/[^/]+\.spec\.ts$|\/e2e\/[^/]+\.spec\.ts$/ },
    { name: 'faults', testDir: 'faults' },
    { name: 'security', testDir: 'security' },
    { name: 'updates', testDir: 'updates' },
    { name: 'visual', testDir: 'visual', snapshotPathTemplate: '{testDir}/accepted/{arg}{ext}' },
    { name: 'day', testDir: 'day', testMatch: '*.day.ts' },
    // Nothing may run in parallel to a measurement.
    { name: 'bench', testDir: 'bench', testMatch: '*.bench.ts', fullyParallel: false },
    {
      name: 'pictures',
      testDir: 'pictures',
      testMatch: 'screens.pictures.ts',
      timeout: 240_000,
    },
    { name: 'contact-sheet', testDir: 'pictures', testMatch: 'contact-sheet.pictures.ts' },
  ],
});
