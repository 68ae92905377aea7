/**
 * Modules of Node's that no start needs: each takes milliseconds to load, and is loaded with its first use instead of before the
 * first paint.
 */
export const lazyBuiltins = {
  crypto: () => process.getBuiltinModule('node:crypto'),
  http: () => process.getBuiltinModule('node:http'),
  childProcess: () => process.getBuiltinModule('node:child_process'),
};
