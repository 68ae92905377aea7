import { generateKeyPairSync } from 'node:crypto';
import { bootstrap, isMain, run } from './bootstrap.mjs';
import { runTable } from './e2e.mjs';
import { packageApp } from './package.mjs';

/** Packages two versions with a key made for this run, and takes every course of e2e/updates/table.ts with them. */
export async function runUpdates(args, variables = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  for (const version of ['1.0.0', '1.1.0']) {
    const name = `update-${version}`;
    await packageApp('test', { name, version, variables: { RINGSIDE_UPDATE_KEY: key } });
  }
  return runTable('playwright.updates.config.ts', args, {
    ...variables,
    RINGSIDE_TEST_UPDATE_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }),
  });
}

if (isMain(import.meta.url))
  await run(async () => {
    await bootstrap();
    return runUpdates(process.argv.slice(2));
  });
