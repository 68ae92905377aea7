import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronInUse } from './electron-in-use.mjs';
import { contentFingerprint, stateFingerprint } from './fingerprint.mjs';
import { root, viteBuild } from './paths.mjs';
import { runStep } from './run-step.mjs';
import { say } from './say.mjs';

const stamp = join(root, 'out', '.stamp');
const sources = [
  'main',
  'preload',
  'renderer',
  'package.json',
  'package-lock.json',
  'scripts/config',
  'tsconfig.json',
];

const isSource = (path) => !/\.test\.tsx?$/.test(path);
const isOutput = (path) => path !== 'out/.stamp';

const sourceState = () => contentFingerprint(root, sources, isSource);

/** Fingerprints of sources and output: a manual or interrupted build does not count as a build of these sources. */
function state(from) {
  return `${from} ${stateFingerprint(root, ['out'], isOutput)}`;
}

function stamped() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

export const build = {
  isInPlace: () => stamped() === state(sourceState()),

  async bring() {
    say('Building');
    // Computed before the build, so that files that change meanwhile are built next time.
    const from = sourceState();
    rmSync(stamp, { force: true });
    const electron = electronInUse();
    await runStep('Building', process.execPath, viteBuild, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...(electron && { ELECTRON_EXEC_PATH: electron.path }) },
    });
    writeFileSync(stamp, state(from));
  },
};
