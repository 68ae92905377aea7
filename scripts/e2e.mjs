import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { modules, root } from './bootstrap/paths.mjs';
import { bootstrap, isMain, run } from './bootstrap.mjs';
import { electronPath } from './electron-path.mjs';
import { withOwnKeychain } from './own-keychain.mjs';
import { here } from './platforms.mjs';
import { runToEnd } from './run-to-end.mjs';
import { sandboxFor } from './sandbox.mjs';

const config = join('e2e', 'playwright.config.ts');

/**
 * Runs a suite of `e2e/playwright.config.ts` with Playwright's `args`. On Linux the fixtures start a display for each
 * worker; on macOS the run has a keychain of its own.
 *
 * @param {string} suite name of a project
 */
export async function runSuite(suite, args, variables = {}) {
  const { prefix, noSandbox } = sandboxFor();
  const home = await mkdtemp(join(tmpdir(), 'ringside-home-'));
  const playwright = join(modules, '@playwright', 'test', 'cli.js');
  const command = [
    ...prefix,
    process.execPath,
    playwright,
    'test',
    `--config=${config}`,
    `--project=${suite}`,
    ...args,
  ];
  const env = {
    ...process.env,
    ...variables,
    RINGSIDE_SUITE: suite,
    // Keeps the developer's home folder unchanged; on other platforms the keychain depends on it.
    ...(here.ownFolders && {
      HOME: home,
      XDG_CACHE_HOME: undefined,
      XDG_CONFIG_HOME: undefined,
      XDG_DATA_HOME: undefined,
    }),
    RINGSIDE_ELECTRON: electronPath(),
    // Where Playwright looks for Electron. Other platforms have no stand-in.
    ...(process.platform === 'linux' && { ELECTRON_OVERRIDE_DIST_PATH: dirname(electronPath()) }),
    ...(noSandbox && { RINGSIDE_NO_SANDBOX: '1' }),
  };
  try {
    return await withOwnKeychain(() => runToEnd(command[0], command.slice(1), { cwd: root, env }));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/**
 * Runs a suite whose tests are rows of a table, with documents generated from them. `--write` updates the documents; other
 * arguments go to Playwright. A partial run neither writes nor compares them, and may miss rows.
 */
export function runTable(suite, args, variables = {}) {
  const filters = args.filter((arg) => arg !== '--write');
  const whole = filters.every((arg) => arg.startsWith('--workers='));
  const mode = whole ? (args.includes('--write') ? 'write' : 'compare') : 'part';
  return runSuite(suite, filters, { ...variables, RINGSIDE_TABLE: mode });
}

if (isMain(import.meta.url))
  await run(async () => {
    await bootstrap();
    return runSuite('e2e', process.argv.slice(2));
  });
