/** Filled in by the build (`electron.vite.config.ts`); absent where no build has run, as in unit tests. */
declare const __RINGSIDE_BUILD__: 'development' | 'test' | 'release' | undefined;

/**
 * Which build this is: `release` is what is installed, `test` the same package with a debugging port for its tests.
 *
 * SECURITY: `app.isPackaged` goes by the name of the executable, and whoever can start a copy of it can rename it. What a
 * release must not do hangs on this constant, which is in the asar.
 */
export const build = typeof __RINGSIDE_BUILD__ === 'undefined' ? 'development' : __RINGSIDE_BUILD__;
