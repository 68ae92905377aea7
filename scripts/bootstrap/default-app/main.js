// What `electron DIR` runs, as Electron's own default app does: finds DIR's package.json and starts its main.
// A module that awaits to its end: Electron is not ready before, and an app may insist on being asked first.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** The first argument that is no switch; `-r FILE` comes before it, as Node has it. */
function readArguments(argv) {
  const preloads = [];
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloads.push(argv[index]);
    } else if (!argument.startsWith('-')) {
      return { preloads, target: argument };
    }
  }
  return { preloads };
}

function adopt(folder) {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return;
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(file, 'utf8'));
  if (version) app.setVersion(version);
  if (productName ?? name) app.name = productName ?? name;
  app.setDesktopName(desktopName ?? `${app.name}.desktop`);
  app.setAppPath(folder);
}

async function start() {
  const { preloads, target } = readArguments(process.argv.slice(1));
  const here = createRequire(join(process.cwd(), '_.js'));
  for (const preload of preloads) here(resolve(preload));
  if (!target) {
    process.stdout.write(`Electron ${process.versions.electron}. Usage: electron FOLDER\n`);
    app.exit(0);
    return;
  }
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const path = resolve(target);
  const main = here.resolve(path);
  adopt(existsSync(join(path, 'package.json')) ? path : dirname(main));
  await import(pathToFileURL(main).href);
}

try {
  await start();
} catch (error) {
  // No dialog: nobody would close it on a machine without a screen.
  process.stderr.write(`${error.stack}\n`);
  app.exit(1);
}
