import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronInUse, electronModule } from './electron-in-use.mjs';
import { megabytes } from './progress.mjs';
import { runStep } from './run-step.mjs';
import { Stop, say } from './say.mjs';

const fetcher = fileURLToPath(new URL('./fetch-electron.mjs', import.meta.url));

/** Downloads Electron with its own downloader, checksums, mirror and cache; its installer unpacks it. */
export async function bringOfficialElectron() {
  say(`Downloading Electron${process.env.ELECTRON_MIRROR ? ' from ELECTRON_MIRROR' : ''}`);
  let progress = { bytes: 0 };
  let complaint = 'it ended without a word';
  // A separate process: fetch reads the proxy only when Node starts, and a process that hangs can be ended.
  const ended = runStep('Downloading Electron', process.execPath, [fetcher], {
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    tellProgress: () => megabytes(progress.bytes, progress.total),
    onChild: (child) =>
      child.on('message', (message) => {
        if (message.complaint) complaint = message.complaint;
        else progress = message;
      }),
  });
  await ended.catch((error) => {
    if (error instanceof Stop) throw new Stop(complaint);
    throw error;
  });
  // Removes the stand-in's link or an interrupted installation; the installer would write into it.
  rmSync(join(electronModule, 'path.txt'), { force: true });
  rmSync(join(electronModule, 'dist'), { recursive: true, force: true });
  await runStep('Unpacking Electron', process.execPath, [join(electronModule, 'install.js')]);
  if (electronInUse()?.kind !== 'official') throw new Stop('its installer left no executable');
}
