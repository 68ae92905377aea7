import { expect } from '@playwright/test';
import { canaryKey } from '../saved-studios';
import { Authority } from './certificates';
import { ownRow } from './fault-row';
import { type OpenConnected, test } from './fixtures';
import { type Certified, FaultServer } from './server';

const here = 'IP:127.0.0.1';

/** Runs a lookup at a server with this certificate. */
async function at(certified: Certified, open: OpenConnected) {
  const server = await FaultServer.start(canaryKey, certified);
  const context = await open(server.origin);
  await context.lookUp();
  return { context, server };
}

async function refused(certified: Certified, open: OpenConnected, detail: string) {
  const { context, server } = await at(certified, open);
  return {
    context,
    also: async () => {
      await expect(context.desk.fact('Detail')).toHaveText(`Detail${detail}`);
      expect(server.requests(), 'requests that trusted the certificate').toBe(0);
      await server.close();
    },
  };
}

ownRow('selfSigned', async (open, home) => {
  const authority = await Authority.found(home);
  return refused(await authority.issue(here), open, 'net::ERR_CERT_AUTHORITY_INVALID');
});

ownRow('expired', async (open, home) => {
  const authority = await Authority.found(home);
  await authority.trustedIn(home);
  return refused(await authority.issue(here, -1), open, 'net::ERR_CERT_DATE_INVALID');
});

ownRow('wrongHost', async (open, home) => {
  const authority = await Authority.found(home);
  await authority.trustedIn(home);
  return refused(await authority.issue('DNS:studio.example'), open, 'net::ERR_CERT_COMMON_NAME_INVALID');
});

test('Control: a good certificate of the trusted authority works', async ({ openConnected, home }) => {
  const authority = await Authority.found(home);
  await authority.trustedIn(home);
  const { context, server } = await at(await authority.issue(here), openConnected);
  await expect(context.balance).toHaveText('−€89.70');
  await server.close();
});
