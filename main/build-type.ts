/** Replaced by the build (`scripts/config/electron.vite.config.ts`); undefined in unit tests, which run without a build. */
declare const __RINGSIDE_BUILD__: 'development' | 'test' | 'release' | undefined;

/** URL of the update feed, and the public key of its manifests (base64, DER). */
declare const __RINGSIDE_FEED__: string | undefined;
declare const __RINGSIDE_UPDATE_KEY__: string | undefined;

/**
 * Type of this build: `release` is installed on desktops; `test` is the same package with a debugging port for its
 * tests.
 *
 * SECURITY: `app.isPackaged` depends on the name of the executable, which anyone who can copy it can change. The
 * restrictions of a release depend on this constant, which is inside the asar.
 */
export const buildType = typeof __RINGSIDE_BUILD__ === 'undefined' ? 'development' : __RINGSIDE_BUILD__;

export const builtInFeed = typeof __RINGSIDE_FEED__ === 'undefined' ? '' : __RINGSIDE_FEED__;
export const updateKey = typeof __RINGSIDE_UPDATE_KEY__ === 'undefined' ? '' : __RINGSIDE_UPDATE_KEY__;
