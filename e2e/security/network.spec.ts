import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { closerOf } from '../close-server';
import { Authority } from '../faults/certificates';
import { saveConnection } from '../faults/fixtures';
import { FaultServer } from '../faults/server';
import { canaryKey, keyAccount } from '../saved-studios';
import { attack, pageAttack, type Target } from './fixtures';

const run = promisify(execFile);
const balances = '/v1/customers/1001/account/balances';

/** A package that is connected to an address, during a lookup. */
async function lookUpAt(address: string, { home, keychain, open }: Target) {
  const secrets = await keychain();
  await saveConnection(home, secrets, address);
  const packaged = await open({ env: secrets.env });
  await packaged.desk.find('1001');
  return packaged;
}

for (const [id, status] of [
  ['redirect', 302],
  ['redirectPermanently', 308],
] as const)
  attack(id, async (target) => {
    const server = await FaultServer.start(canaryKey);
    const { listener } = target.range;
    const before = listener.heard;
    server.on(balances, ({ response }) =>
      response.writeHead(status, { Location: `http://127.0.0.1:${listener.port}/` }).end(),
    );
    const { desk } = await lookUpAt(server.origin, target);
    await desk.diagnostics.waitFor();
    const words = await desk.diagnostics.locator('p > strong').innerText();
    await server.close();
    return `${words} Elsewhere ${listener.heard - before} times heard`;
  });

attack('untrustedCertificate', async (target) => {
  const authority = await Authority.found(target.home);
  const server = await FaultServer.start(canaryKey, await authority.issue('IP:127.0.0.1'));
  const { page, desk } = await lookUpAt(server.origin, target);
  await desk.diagnostics.waitFor();
  const words = await desk.diagnostics.locator('p > strong').innerText();
  const ways = await page.getByRole('button', { name: /proceed|anyway|trust|accept/i }).count();
  const seen = server.requests();
  await server.close();
  return `${words} ${ways} ways around it, ${seen} requests`;
});

attack('clientCertificate', async (target) => {
  const { home } = target;
  const authority = await Authority.found(home);
  await authority.trustedIn(home);
  // A client certificate in the store that Chromium reads.
  const person = await authority.issue('email:agent@studio.example');
  const files = ['agent.key', 'agent.pem', 'agent.p12'].map((name) => join(home, name));
  const [key = '', cert = '', bundle = ''] = files;
  await writeFile(key, person.key);
  await writeFile(cert, person.cert);
  await run('openssl', [
    'pkcs12',
    '-export',
    '-inkey',
    key,
    '-in',
    cert,
    '-out',
    bundle,
    '-passout',
    'pass:',
  ]);
  await run('pk12util', ['-i', bundle, '-d', `sql:${home}/.pki/nssdb`, '-W', '']);
  const shown: string[] = [];
  const server = createServer(
    { ...(await authority.issue('IP:127.0.0.1')), requestCert: true, rejectUnauthorized: false },
    (_, response) => response.writeHead(500).end(),
  );
  const close = closerOf(server);
  server.on('secureConnection', (socket) => {
    const { subject } = socket.getPeerCertificate();
    if (subject) shown.push(String(subject.CN));
  });
  server.listen(0, '127.0.0.1');
  const { desk } = await lookUpAt(`https://127.0.0.1:${await port(server)}`, target);
  // Electron 33 ends the request; from 44 on it goes on without a certificate, and the server refuses it.
  await desk.diagnostics.first().waitFor();
  await close();
  return `The lookup failed, ${shown.length === 0 ? 'none shown' : shown.join(', ')}`;
});

async function port(server: ReturnType<typeof createServer>): Promise<number> {
  await expect.poll(() => server.address()).not.toBeNull();
  return (server.address() as AddressInfo).port;
}

attack('movedSettings', async (target) => {
  const { home, keychain, open, range } = target;
  const secrets = await keychain();
  const evil = await FaultServer.start('another-key');
  await secrets.store(keyAccount(range.api.origin), canaryKey);
  // Simulates another program of the same user that changes the address in the settings.
  const settings = { version: 1, address: evil.origin, provisioned: true };
  await mkdir(join(home, 'Ringside'));
  await writeFile(join(home, 'Ringside', 'settings.json'), JSON.stringify(settings));
  const { page, desk } = await open({ env: secrets.env });
  await desk.find('1001');
  await page.getByText('The saved key is no longer in the keychain.').first().waitFor();
  const seen = evil.requests();
  await evil.close();
  return `asks for a key, ${seen} requests to the other address`;
});

pageAttack('proxyOfPage', async (port) => {
  const proxy = `127.0.0.1:${port}`;
  const outcome = await window.ringside.connection.signInProxy({ proxy, name: 'Bullock', password: '1001' });
  return outcome.ok ? 'signed in' : outcome.problem.kind;
});

attack('movedByPage', async ({ ownRange }) => {
  const { page, desk, api } = await ownRange();
  const evil = await FaultServer.start('another-key');
  await page.evaluate(
    (address) => void window.ringside.connection.connect({ address, key: 'Bullock' }),
    evil.origin,
  );
  // Main's dialog waits for an answer; meanwhile the desk keeps its studio.
  await desk.find('1001');
  await expect(desk.money('Balance')).toContainText('89.70');
  const { connection } = await page.evaluate(async () => {
    const start = await window.ringside.app.start();
    return start.ok ? start.value : { connection: { address: '' } };
  });
  const seen = evil.requests();
  await evil.close();
  return `${connection.address === api.origin ? 'the saved address stays' : connection.address}, ${seen} requests`;
});

attack('otherAddress', async ({ home, keychain, openDevelopment, range: { api } }) => {
  const secrets = await keychain();
  await saveConnection(home, secrets, api.origin);
  const next = await FaultServer.start('the-next-key');
  const { app, page } = await openDevelopment([], secrets.env);
  // The user agrees.
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
  });
  const keys: unknown[] = [];
  next.on('/v1/customers', ({ request, pass }) => {
    keys.push(request.headers['x-api-key']);
    pass();
  });
  const outcome = await page.evaluate(
    (address) => window.ringside.connection.connect({ address, key: 'the-next-key' }),
    next.origin,
  );
  const left = await secrets.lookup(keyAccount(api.origin));
  await next.close();
  const sent = keys.includes(canaryKey) ? 'the old key was sent' : 'the old key was not sent';
  return `${outcome.ok ? 'connected' : outcome.problem.kind}, ${sent}, ${left ? 'it is still kept' : 'it is forgotten'}`;
});

attack('noCache', async (target) => {
  const server = await FaultServer.start(canaryKey);
  server.on(balances, ({ response, pass }) => {
    response.setHeader('Cache-Control', 'public, max-age=3600, immutable');
    pass();
  });
  const { page, desk } = await lookUpAt(server.origin, target);
  await expect(desk.money('Balance')).toContainText('89.70');
  // Two when the page was late and the prefetched balance had expired.
  const before = server.requests(balances);
  await page.keyboard.press('F5');
  await server.arrived(balances, before + 1);
  const again = server.requests(balances) - before;
  await server.close();
  return `asked ${1 + again} times`;
});
