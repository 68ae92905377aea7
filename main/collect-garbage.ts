/**
 * Collects all garbage now, which takes about 15 ms.
 *
 * Electron 33 may crash while it quits if V8 marks garbage on its own threads at that time; one in twelve quits after
 * a screenshot did. A full collection finishes the marking.
 */
export function collectGarbage(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
  process.getBuiltinModule('node:vm').runInNewContext('gc()');
}
