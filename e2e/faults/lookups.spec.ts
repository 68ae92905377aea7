import { once } from 'node:events';
import { expect } from '@playwright/test';
import { row } from './row';
import { paths } from './scene';
import type { Exchange } from './server';

/** The customer who is opened last, and the balance that distinguishes them from customer 1001. */
const last = { id: '9012', balances: '/v1/customers/9012/account/balances' };

row('lateAnswer', async (stage) => {
  const held: Exchange[] = [];
  stage.server.on(paths.balances, (exchange) => held.push(exchange));
  await stage.desk.find('1001');
  await stage.server.arrived(paths.balances);
  await stage.lookUp(last.id);
  await expect(stage.balance).toHaveText('€1,234,567.89');
  const [exchange] = held;
  if (!exchange) throw new Error('Nobody asked for the first account');
  const answered = exchange.response.destroyed ? undefined : once(exchange.response, 'close');
  exchange.pass();
  await answered;
  // Anything that the late answer could change would be rendered by now.
  await stage.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  return { counted: last.balances };
});

row('searchStopped', async (stage) => {
  const held: Exchange[] = [];
  stage.server.on(paths.search, (exchange) => held.push(exchange));
  await stage.desk.find('example@email.com');
  await stage.server.arrived(paths.search);
  const [exchange] = held;
  if (!exchange) throw new Error('Nobody searched');
  const hungUp = once(exchange.response, 'close');
  stage.begin();
  await stage.desk.box.press('Escape');
  return {
    where: stage.page.getByRole('heading', { name: 'Search stopped.' }),
    counted: paths.search,
    // No request uses the studio's quota after its lookup was replaced.
    also: () => hungUp,
  };
});

row('hurry', async (stage) => {
  const customers = ['1001', '1002', '1003', '1004', '1005'];
  stage.begin();
  for (let lookup = 0; lookup < 39; lookup += 1)
    await stage.desk.find(customers[lookup % customers.length] ?? '');
  await stage.desk.find(last.id);
  return {
    counted: last.balances,
    also: async () => {
      expect(stage.elapsed()).toBeLessThan(10);
      await expect(stage.desk.customer).toContainText(`ID ${last.id}`);
      // A replaced lookup costs its search and at most three requests about an account.
      expect(stage.server.requests()).toBeLessThanOrEqual(40 * 4);
    },
  };
});
