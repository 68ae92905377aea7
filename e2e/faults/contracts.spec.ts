import { expect } from '@playwright/test';
import { contractCanaries } from '../../main/demo/example-contracts';
import { desktopRow } from './desktop-row';
import { type FaultContext, paths } from './fault-context';
import { row } from './fault-row';
import type { Rule } from './server';

const contract = { id: 1, contractStatus: 'ACTIVE', cancelled: false, rateName: 'Premium' };

function answer(status: number, body: unknown): Rule {
  return ({ response }) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function region({ page }: FaultContext) {
  return page.getByRole('region', { name: 'Contracts', exact: true });
}

// On a desktop of its own, because Ringside remembers that the key may not read contracts.
desktopRow('contractsForbidden', async ({ connected, open, server, begin }) => {
  server.on(paths.contracts, answer(403, { errorMessage: 'No privilege' }));
  await connected();
  const ringside = await open();
  begin();
  await ringside.lookUp();
  const note = region(ringside).getByRole('paragraph');
  await note.filter({ hasText: 'does not have permission to read contracts' }).waitFor();
  const reads = await note.innerText();
  await expect(ringside.balance).toHaveText('−€89.70');
  await expect(ringside.desk.diagnostics).toBeHidden();
  // Another customer of the studio: the key is not asked again.
  await ringside.lookUp('9003');
  await expect(ringside.balance).toHaveText('€0.00');
  await expect(note).toHaveText(reads);
  expect(server.requests('/v1/customers/9003/contracts')).toBe(0);
  expect(server.requests(paths.contracts)).toBe(1);
  return reads;
});

row('contractsFail', async (ringside) => {
  ringside.server.on(paths.contracts, answer(500, { errorMessage: 'It is 500' }));
  await ringside.lookUp();
  return {
    counted: paths.contracts,
    also: async () => {
      await expect(ringside.desk.fact('HTTP status')).toContainText('500');
      await expect(ringside.balance).toHaveText('−€89.70');
      await expect(region(ringside)).toContainText('could not be loaded');
    },
  };
});

row('contractsWrongPrice', async (ringside) => {
  const secrets = {
    signedDocumentUrl: `https://${contractCanaries[2]}/1.pdf`,
    bankAccount: { iban: contractCanaries[0] },
    cardNumber: contractCanaries[1],
  };
  const priceDetails = { currentPrice: `${contractCanaries[0]} twenty` };
  ringside.server.on(paths.contracts, answer(200, [{ ...contract, ...secrets, priceDetails }]));
  await ringside.lookUp();
  return {
    counted: paths.contracts,
    also: async () => {
      await expect(ringside.desk.fact('Detail')).toContainText('currentPrice');
      await expect(ringside.balance).toHaveText('−€89.70');
      await expect(region(ringside)).toContainText('could not be loaded');
      await ringside.page.keyboard.press('Control+Shift+C');
      await expect.poll(() => ringside.desk.clipboard()).toContain('currentPrice');
      const said = [await ringside.page.content(), await ringside.desk.clipboard()].join();
      expect(contractCanaries.filter((canary) => said.includes(canary))).toEqual([]);
    },
  };
});

row('contractsUnknown', async (ringside) => {
  const priceDetails = {
    currentPrice: { amount: 14.9, currency: 'EUR' },
    paymentFrequency: { type: 'EVERY_FULL_MOON' },
  };
  ringside.server.on(paths.contracts, answer(200, [{ ...contract, priceDetails }]));
  await ringside.lookUp();
  return { where: region(ringside).getByText('€14.90'), counted: paths.contracts };
});
