import { generateKeyPairSync } from 'node:crypto';
import { constants } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bootstrap, isMain, run } from './bootstrap.mjs';
import { runTable } from './e2e.mjs';
import { packageApp, packagedPath } from './package.mjs';

/** Copies a package and breaks its page, so that its start fails. */
async function breakPage(name, broken) {
  const folder = dirname(packagedPath(broken));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(dirname(packagedPath(name)), folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const asar = join(folder, 'resources', 'app.asar');
  const whole = await readFile(asar, 'latin1');
  await writeFile(asar, whole.replace('src="./assets/index-', 'src="./nowhere/index-'), 'latin1');
}

/** Packages two versions with a key for this run, and runs every course of e2e/updates/table.ts with them. */
export async function runUpdates(args, variables = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  for (const version of ['1.0.0', '1.1.0']) {
    const name = `update-${version}`;
    await packageApp('test', { name, version, variables: { RINGSIDE_UPDATE_KEY: key } });
  }
  await breakPage('update-1.1.0', 'update-broken');
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
