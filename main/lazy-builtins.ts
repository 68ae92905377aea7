/** Node modules that are loaded at their first use. No start needs them, and each takes milliseconds to load. */
export const lazyBuiltins = {
  crypto: () => process.getBuiltinModule('node:crypto'),
  http: () => process.getBuiltinModule('node:http'),
  childProcess: () => process.getBuiltinModule('node:child_process'),
};
