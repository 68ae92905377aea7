import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths.mjs';
import { Stop, say } from './say.mjs';

// In the clone and not in node_modules, which npm ci empties.
const parent = join(root, '.cache');
const lock = join(parent, 'bootstrap.lock');
const timeoutMs = 20 * 60_000;
let held = false;

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The process that holds the lock: another bootstrap, or an npm that survived its parent. */
function holders() {
  try {
    return readdirSync(lock).map(Number).filter(isAlive);
  } catch {
    return [];
  }
}

/** Created elsewhere and renamed, so that a lock never exists without its holder. */
function tryTake() {
  if (existsSync(lock)) return false;
  const draft = join(parent, `bootstrap.${process.pid}`);
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, String(process.pid)), '');
  try {
    renameSync(draft, lock);
    return true;
  } catch {
    rmSync(draft, { recursive: true, force: true });
    return false;
  }
}

function youngerThan(age) {
  try {
    return Date.now() - statSync(lock).mtimeMs < age;
  } catch {
    return false;
  }
}

/** Runs one bootstrap at a time in a clone. */
export async function withLock(work) {
  const started = Date.now();
  let told = false;
  while (!tryTake()) {
    const busy = holders();
    // Process IDs are reused after a restart of the machine, so a lock from before is ignored.
    if (busy.length === 0 || !youngerThan(timeoutMs)) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!told) say(`Waiting for another bootstrap of this clone (process ${busy.join(', ')}).`);
    told = true;
    if (Date.now() - started > timeoutMs) throw new Stop(`Waited in vain. Remove ${lock}.`);
    await sleep(200);
  }
  held = true;
  try {
    return await work();
  } finally {
    held = false;
    rmSync(lock, { recursive: true, force: true });
  }
}

/** A child that may survive this process holds the lock as well. */
export function alsoHeldBy(pid) {
  if (held) writeFileSync(join(lock, String(pid)), '');
}

export function noLongerHeldBy(pid) {
  if (held) rmSync(join(lock, String(pid)), { force: true });
}
