import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { openSystemKeychain } from './os-keychain';
import { canaryKey, demoArgs, keyAccount } from './saved-studios';
import { startSecretService } from './secret-service';

// What the tests use on Windows and macOS, with the Secret Service in place of their keychains.
test.skip(process.platform !== 'linux', 'Elsewhere every other test uses it.');

test('the keychain of the machine shows and removes entries of tests, and no other', async () => {
  const machine = await startSecretService();
  const ofUser = 'https://studio.example#1210093500';
  await machine.store(ofUser, 'key of a user');
  await machine.store('http://127.0.0.1:9#1', 'left by an earlier run');
  const keychain = await openSystemKeychain(machine.env);
  expect(await keychain.entries()).toEqual([]);
  expect(await machine.lookup('http://127.0.0.1:9#1')).toBeUndefined();

  await keychain.store('proxy 127.0.0.1:8080', 'Größe "1"');
  expect(await keychain.lookup('proxy 127.0.0.1:8080')).toBe('Größe "1"');
  expect(await keychain.lookup('http://127.0.0.1:9#2')).toBeUndefined();
  expect(await keychain.entries()).toEqual(['proxy 127.0.0.1:8080 = Größe "1"']);

  // On the machine, two keychains of a test are the same one.
  const another = await openSystemKeychain(machine.env);
  expect(await another.entries()).toEqual([]);
  await another.store('http://localhost:9#3', 'of another');
  await another.end();
  expect(await keychain.entries()).toHaveLength(1);

  await keychain.end();
  expect(await machine.entries()).toEqual([`attribute.account = ${ofUser}`, 'secret = key of a user']);
  await machine.end();
});

test('Ringside connects with such a keychain', async ({ launch, secrets, api }) => {
  const keychain = await openSystemKeychain(secrets.env);
  const { desk } = await launch(['--lang=en-GB'], keychain.env);
  await desk.connect(api.origin, canaryKey);
  await expect(desk.box).toBeFocused();
  expect(await keychain.lookup(keyAccount(api.origin))).toBe(canaryKey);
  await keychain.end();
});

test('the user data folder can be set where the environment does not', async ({ launch, home }) => {
  const env = { RINGSIDE_TEST_HOME: join(home, 'elsewhere') };
  const { app } = await launch(demoArgs, env, [join(__dirname, 'user-data.cjs')]);
  const folder = join(home, 'elsewhere', 'Ringside');
  const paths = await app.evaluate(({ app: electron }) =>
    (['userData', 'sessionData', 'logs'] as const).map((name) => electron.getPath(name)),
  );
  expect(paths).toEqual([folder, folder, join(folder, 'logs')]);
});
