import { electronInUse } from './bootstrap/electron-in-use.mjs';
import { Stop } from './bootstrap/say.mjs';
import { isMain, run } from './bootstrap.mjs';

/** Path of the Electron executable in use. */
export function electronPath() {
  const electron = electronInUse();
  if (!electron) throw new Stop('There is no Electron yet: npm run bootstrap');
  return electron.path;
}

if (isMain(import.meta.url)) {
  await run(() => {
    process.stdout.write(`${electronPath()}\n`);
  });
}
