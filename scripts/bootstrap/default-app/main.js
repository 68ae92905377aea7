// Runs `electron DIR` like Electron's default app: finds DIR's package.json and starts its main. A module with
// top-level await, because Electron emits `ready` only afterwards and an app may have to run before.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** First argument that is no switch. `-r FILE` comes before it, as in Node. */
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
  // No dialog, because nobody could close it on a machine without a screen.
  process.stderr.write(`${error.stack}\n`);
  app.exit(1);
}
