import { electronInUse } from './bootstrap/electron-in-use.mjs';
import { Stop } from './bootstrap/say.mjs';
import { isMain, run } from './bootstrap.mjs';
import { missingElectron } from './package.mjs';

/** Path of the Electron executable in use. */
export function electronPath() {
  const electron = electronInUse();
  if (!electron) throw new Stop('There is no Electron yet: npm run bootstrap');
  return electron.path;
}

if (isMain(import.meta.url)) {
  await run(() => {
    const missing = process.argv.includes('--official') ? missingElectron(electronInUse()) : undefined;
    if (missing) throw new Stop(`Here is ${electronPath()}, not ${missing}.`);
    process.stdout.write(`${electronPath()}\n`);
  });
}
