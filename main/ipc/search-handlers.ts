import type { SearchHit } from '../../preload/contract/domain';
import { succeed } from '../../preload/contract/problem';
import type { BalancePrefetch } from '../api/balance-prefetch';
import { search } from '../api/search';
import { ExpiringValue } from '../expiring-value';
import type { LookupServices } from './lookup-handlers';
import type { Handlers } from './register-handlers';

/** Hits in the first answer; a screen shows fewer. The page then asks for the others with `search:rest`. */
const firstHitsCount = 200;

/** How long the other hits are kept for the page, in milliseconds. */
const restLifetimeMs = 30_000;

type SearchChannel = 'customer:search' | 'search:rest' | 'search:cancel';

/** Handlers of the search, and a way to drop the hits that the page has not fetched. */
export function createSearchHandlers(
  { client, requests, touched }: LookupServices,
  prefetch: Pick<BalancePrefetch, 'start'>,
) {
  const rest = new ExpiringValue<{ search: number; hits: SearchHit[] }>(restLifetimeMs);
  let searches = 0;

  const handlers: Pick<Handlers, SearchChannel> = {
    async 'customer:search'({ reading, scope }) {
      touched();
      rest.drop();
      const outcome = await requests.run('search', (signal) => search(client, reading, scope, signal));
      if (!outcome.ok) return outcome;
      const { hits, tried } = outcome.value;
      const [only, another] = hits;
      if (only && !another) prefetch.start(only.customer.id);
      const first = { hits: JSON.stringify(hits.slice(0, firstHitsCount)), total: hits.length, tried };
      if (hits.length <= firstHitsCount) return succeed(first);
      searches += 1;
      rest.keep({ search: searches, hits: hits.slice(firstHitsCount) });
      return succeed({ ...first, rest: searches });
    },
    'search:rest'({ rest: search }) {
      const kept = rest.take((each) => each.search === search);
      return succeed(JSON.stringify(kept?.hits ?? []));
    },
    'search:cancel'() {
      requests.cancel('search');
      return succeed(null);
    },
  };
  return { handlers, dropRest: () => rest.drop() };
}
