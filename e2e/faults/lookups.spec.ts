import { once } from 'node:events';
import { expect } from '@playwright/test';
import { paths } from './fault-context';
import { row } from './fault-row';
import type { Exchange } from './server';

/** The customer who is opened last, and the balance that distinguishes them from customer 1001. */
const last = { id: '9012', balances: '/v1/customers/9012/account/balances' };

row('lateAnswer', async (ringside) => {
  const held: Exchange[] = [];
  ringside.server.on(paths.balances, (exchange) => held.push(exchange));
  await ringside.desk.find('1001');
  await ringside.server.arrived(paths.balances);
  await ringside.lookUp(last.id);
  await expect(ringside.balance).toHaveText('€1,234,567.89');
  const [exchange] = held;
  if (!exchange) throw new Error('Nobody asked for the first account');
  const answered = exchange.response.destroyed ? undefined : once(exchange.response, 'close');
  exchange.pass();
  await answered;
  // Anything that the late answer could change would be rendered by now.
  await ringside.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  return { counted: last.balances };
});

row('searchStopped', async (ringside) => {
  const held: Exchange[] = [];
  ringside.server.on(paths.search, (exchange) => held.push(exchange));
  await ringside.desk.find('example@email.com');
  await ringside.server.arrived(paths.search);
  const [exchange] = held;
  if (!exchange) throw new Error('Nobody searched');
  const hungUp = once(exchange.response, 'close');
  ringside.begin();
  await ringside.desk.box.press('Escape');
  return {
    where: ringside.page.getByRole('heading', { name: 'Search stopped.' }),
    counted: paths.search,
    // No request uses the studio's quota after its lookup was replaced.
    also: () => hungUp,
  };
});

row('hurry', async (ringside) => {
  const customers = ['1001', '1002', '1003', '1004', '1005'];
  ringside.begin();
  for (let lookup = 0; lookup < 39; lookup += 1)
    await ringside.desk.find(customers[lookup % customers.length] ?? '');
  await ringside.desk.find(last.id);
  return {
    counted: last.balances,
    also: async () => {
      await expect(ringside.desk.customer).toContainText(`ID ${last.id}`);
      // A lookup that is replaced costs its search and at most five requests: the account, both periods, a second
      // slice of the past and the contracts.
      expect(ringside.server.requests()).toBeLessThanOrEqual(40 * 6);
    },
  };
});
