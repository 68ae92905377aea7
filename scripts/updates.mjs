import { generateKeyPairSync } from 'node:crypto';
import { constants } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Stop } from './bootstrap/say.mjs';
import { bootstrap, isMain, run } from './bootstrap.mjs';
import { runTable } from './e2e.mjs';
import { packageApp, packagedPath } from './package.mjs';

/** Copies a package, with a text of its asar replaced by another one of the same length. */
async function copyPackage(name, copy, text, replacement) {
  const folder = dirname(packagedPath(copy));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(dirname(packagedPath(name)), folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const asar = join(folder, 'resources', 'app.asar');
  const parts = (await readFile(asar, 'latin1')).split(text);
  if (parts.length !== 2) throw new Stop(`${name} has ${parts.length - 1} times ${text}`);
  await writeFile(asar, parts.join(replacement), 'latin1');
}

/** Packages a version with a key for this run, makes the next two of it, and runs every course of e2e/updates/table.ts. */
export async function runUpdates(args, variables = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  await packageApp('test', {
    name: 'update-1.0.0',
    version: '1.0.0',
    variables: { RINGSIDE_UPDATE_KEY: key },
  });
  // Versions differ in nothing but their number.
  await copyPackage('update-1.0.0', 'update-1.1.0', '"version": "1.0.0"', '"version": "1.1.0"');
  // A page without its script, so that the start fails.
  await copyPackage('update-1.1.0', 'update-broken', 'src="./assets/index-', 'src="./nowhere/index-');
  return runTable('updates', args, {
    ...variables,
    RINGSIDE_TEST_UPDATE_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }),
  });
}

if (isMain(import.meta.url))
  await run(async () => {
    await bootstrap();
    return runUpdates(process.argv.slice(2));
  });
