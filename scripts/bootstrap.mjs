import { pathToFileURL } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { electronStep } from './bootstrap/electron.mjs';
import { electronInUse } from './bootstrap/electron-in-use.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { requireNode } from './bootstrap/node-version.mjs';
import { npmPackages } from './bootstrap/npm-packages.mjs';
import { Stop, say } from './bootstrap/say.mjs';
import { systemPackages } from './bootstrap/system-packages.mjs';

/**
 * Installs what is missing, in this order. Every step checks its own result, so that the next run repairs one that
 * was interrupted.
 */
export async function bootstrap({ retryElectron = false } = {}) {
  requireNode();
  const isInPlace = (step) => step.isInPlace();
  const steps = [systemPackages, npmPackages, electronStep(), build];
  // Most runs find everything in place and need no lock.
  if (steps.every(isInPlace) && !retryElectron) return;
  await withLock(async () => {
    for (const step of steps) if (!step.isInPlace()) await step.bring();
    const again = electronStep({ retry: true });
    if (retryElectron && !again.isInPlace()) await again.bring();
  });
}

/** Whether a module is the script that Node was started with. */
export function isMain(url) {
  return url === pathToFileURL(process.argv[1]).href;
}

/** Runs the work of a script. Its result is the exit code, and a Stop is printed without a stack. */
export async function run(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

const kinds = { official: '', own: ' (your own)', 'stand-in': ' (a stand-in for development)' };

if (isMain(import.meta.url))
  await run(async () => {
    const unknown = process.argv.slice(2).filter((argument) => argument !== '--retry-electron');
    if (unknown.length > 0) {
      throw new Stop(`Unknown: ${unknown.join(' ')}\nUsage: npm run bootstrap [-- --retry-electron]`);
    }
    await bootstrap({ retryElectron: process.argv.includes('--retry-electron') });
    const { kind, version } = electronInUse();
    say(`All in place: packages, Electron ${version}${kinds[kind]}, build`);
  });
