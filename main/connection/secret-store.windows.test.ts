import { afterEach, expect, it } from 'vitest';
import { succeed } from '../../preload/contract/problem';
import { parseAddress } from './address';
import { maxKeyBytes, parseKey } from './api-key';
import { loadKeytar, SecretStore } from './secret-store';

const accounts = new Set<string>();
const store = () => new SecretStore({ nullMeansGone: true });

async function save(account: string, secret: string) {
  accounts.add(account);
  return store().save(account, secret);
}

afterEach(async () => {
  const keytar = await loadKeytar();
  for (const account of accounts) await keytar.deletePassword('Ringside', account);
  accounts.clear();
});

it('keeps the keys of several studios apart, of one address and of several', async () => {
  const studios = ['https://a.example#1', 'https://a.example#11', 'https://b.example#1', 'https://a.example'];
  for (const account of studios) expect(await save(account, `key of ${account}`)).toEqual(succeed(undefined));
  for (const account of studios) expect(await store().read(account)).toEqual(succeed(`key of ${account}`));
  expect(await store().clear('https://a.example#1')).toEqual(succeed(true));
  expect(await store().read('https://a.example#1')).toEqual(succeed(null));
  expect(await store().read('https://a.example#11')).toEqual(succeed('key of https://a.example#11'));
  expect(await store().clear('https://a.example#1')).toEqual(succeed(false));
});

it('a key is replaced, and the next process reads the new one', async () => {
  await save('https://a.example#1', 'first');
  await save('https://a.example#1', 'second');
  expect(await store().read('https://a.example#1')).toEqual(succeed('second'));
});

it.each([
  ['umlauts', 'Schlüssel-ÄÖÜß'],
  ['all of latin-1', Array.from({ length: 95 }, (_, at) => String.fromCharCode(0xa1 + at)).join('')],
  [
    'other characters, as in the password of a proxy',
    JSON.stringify({ name: 'Jürgen', password: '密码🔑"\\' }),
  ],
])('a secret with %s comes back as it was', async (_, secret) => {
  await save('proxy proxy.example:3128', secret);
  expect(await store().read('proxy proxy.example:3128')).toEqual(succeed(secret));
});

it('the account may have umlauts and spaces', async () => {
  const account = 'https://a.example/Büro Süd#local-1';
  await save(account, 'key');
  expect(await store().read(account)).toEqual(succeed('key'));
});

// Windows refuses more (CRED_MAX_CREDENTIAL_BLOB_SIZE); Wine does not, so Ringside has to.
it.each([
  ['ASCII', 'k'.repeat(maxKeyBytes), 'k'.repeat(maxKeyBytes + 1)],
  ['umlauts', 'ü'.repeat(maxKeyBytes / 2), 'ü'.repeat(maxKeyBytes / 2 + 1)],
])(
  'the longest key of %s is kept, and a longer one is refused before the keychain',
  async (_, longest, longer) => {
    expect(parseKey(longest)).toEqual({ key: longest });
    await save('https://a.example#1', longest);
    expect(await store().read('https://a.example#1')).toEqual(succeed(longest));
    expect(parseKey(longer)).toEqual({ fault: 'keyTooLong' });
  },
);

it('the longest address makes an account that Credential Manager takes', async () => {
  const address = `https://a.example/${'x'.repeat(182)}`;
  expect(parseAddress(address)).toMatchObject({ addresses: [address, 'https://a.example'] });
  const account = `${address}#1210093500`;
  await save(account, 'key');
  expect(await store().read(account)).toEqual(succeed('key'));
  expect(parseAddress(`${address}x`)).toEqual({ fault: 'addressMalformed' });
});
