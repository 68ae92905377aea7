import type { AccountInput, Channel, Input, Value } from '../../preload/contract/calls';
import type { Outcome } from '../../preload/contract/problem';
import { customerKey } from '../../preload/contract/studio';
import { BalancePrefetch } from '../api/balance-prefetch';
import type { ApiClient } from '../api/client';
import type { LatestRequests } from '../api/latest-request';
import { balancesLookup } from '../api/lookups/balances';
import { customerLookup } from '../api/lookups/customer';
import type { Lookup } from '../api/lookups/lookup';
import { type LookupChannel, lookups } from '../api/lookups/lookups';
import type { RecentCustomers } from '../privacy/recent-customers';
import type { Handlers } from './register-handlers';

/** What the handlers of lookups work with. */
export interface LookupServices {
  client: ApiClient;
  requests: LatestRequests;
  customers: Pick<RecentCustomers, 'seen'>;
  /** Called for each lookup: the agent is at the desk. */
  touched: () => void;
}

/** A handler for each lookup, and the balances that main requests before the page does. */
export function createLookupHandlers(services: LookupServices) {
  function run<C extends Channel>(lookup: Lookup<C>, input: Input<C>): Promise<Outcome<Value<C>>> {
    return services.requests.run(lookup.kind(input), (signal) =>
      services.client.lookup(lookup, input, signal),
    );
  }

  function handlerOf<C extends Channel>(lookup: Lookup<C>) {
    return (input: Input<C>) => {
      services.touched();
      return run(lookup, input);
    };
  }

  const { requests, client } = services;
  // Of kinds of their own, because the customer who is open stays open.
  const kindAhead = (of: AccountInput) => `balances ahead of ${customerKey(of)}`;
  const prefetch = new BalancePrefetch({
    forPage: (of) => run(balancesLookup, of),
    ahead: (of) => requests.run(kindAhead(of), (signal) => client.lookup(balancesLookup, of, signal)),
    taken: (of) => requests.move(kindAhead(of), balancesLookup.kind(of)),
  });
  const all = Object.entries(lookups).map(([channel, lookup]) => [
    channel,
    handlerOf(lookup as Lookup<Channel>),
  ]);
  const handlers: Pick<Handlers, LookupChannel> = {
    ...(Object.fromEntries(all) as Pick<Handlers, LookupChannel>),
    async 'customer:get'(of) {
      services.touched();
      const outcome = await run(customerLookup, of);
      const { id: _, ...studios } = of;
      if (outcome.ok) services.customers.seen.add([{ ...studios, customer: outcome.value }]);
      return outcome;
    },
    'account:balances'(of) {
      services.touched();
      return prefetch.take(of);
    },
  };
  return { handlers, prefetch };
}
