/** Filled in by the build (`electron.vite.config.ts`); absent where no build has run, as in unit tests. */
declare const __RINGSIDE_BUILD__: 'development' | 'test' | 'release' | undefined;

/** Where this build looks for its next version, and the public half of the key its manifests are signed with (base64, DER). */
declare const __RINGSIDE_FEED__: string | undefined;
declare const __RINGSIDE_UPDATE_KEY__: string | undefined;

/**
 * Which build this is: `release` is what is installed, `test` the same package with a debugging port for its tests.
 *
 * SECURITY: `app.isPackaged` goes by the name of the executable, and whoever can start a copy of it can rename it. What a
 * release must not do hangs on this constant, which is in the asar.
 */
export const buildType = typeof __RINGSIDE_BUILD__ === 'undefined' ? 'development' : __RINGSIDE_BUILD__;

export const builtInFeed = typeof __RINGSIDE_FEED__ === 'undefined' ? '' : __RINGSIDE_FEED__;
export const updateKey = typeof __RINGSIDE_UPDATE_KEY__ === 'undefined' ? '' : __RINGSIDE_UPDATE_KEY__;
