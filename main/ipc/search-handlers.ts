import type { Reading, SearchHit, SearchProgress, Where } from '../../preload/contract/domain';
import { type Outcome, succeed } from '../../preload/contract/problem';
import type { BalancePrefetch } from '../api/balance-prefetch';
import type { DeskSearch } from '../api/desk-search';
import type { DeskFound } from '../api/merged-answers';
import { numberSpellings } from '../api/number-spellings';
import type { PhoneFound, PhoneSearch } from '../api/phone-search';
import { ExpiringValue } from '../expiring-value';
import { Throttle } from '../throttle';
import { WorkPauses } from '../work-pauses';
import type { LookupServices } from './lookup-handlers';
import type { Handlers } from './register-handlers';

/** Hits in the first answer; a screen shows fewer. The page then asks for the others with `search:rest`. */
const firstHitsCount = 100;

/**
 * How long a part of the other hits is made, in milliseconds: joining and sending it takes five to ten times as long and cannot be
 * interrupted.
 */
const partMs = 1;

/** How long the other hits are kept for the page, in milliseconds. */
const restLifetimeMs = 30_000;

/** Pause between two reports of a running search, in milliseconds: an agent reads no faster. */
const progressPauseMs = 250;

/** What the handlers of the search work with. */
export interface SearchServices extends LookupServices {
  deskSearch: DeskSearch;
  /** Tells the page about a running search. */
  onProgress: (progress: SearchProgress) => void;
}

type SearchChannel = 'customer:search' | 'customer:home' | 'search:rest' | 'search:cancel';

/** Handlers of the search, and a way to drop the hits that the page has not fetched. */
export function createSearchHandlers(
  { deskSearch, customers, requests, touched, onProgress }: SearchServices,
  prefetch: Pick<BalancePrefetch, 'start' | 'startAhead'>,
  phoneSearch: Pick<PhoneSearch, 'find' | 'isNumber'>,
) {
  const rest = new ExpiringValue<{ search: number; hits: SearchHit[] }>(restLifetimeMs);
  let searches = 0;

  function find(
    reading: Reading,
    where: Where,
    signal: AbortSignal,
    onFound: (found: () => DeskFound) => void,
  ): Promise<Outcome<PhoneFound>> {
    const byPhone = (number: string) =>
      phoneSearch.find(number, where, signal, (of) => prefetch.startAhead(of));
    if (reading.kind === 'phone') return byPhone(reading.number);
    if (reading.kind !== 'digits') return deskSearch.find(reading, where, signal, onFound);
    const { digits, mayBePhone, cardNumberFormat } = reading;
    const byNumber = () => {
      const seen = customers.seen.all();
      const spellings = numberSpellings(
        digits,
        seen.flatMap(({ number }) => number ?? []),
      );
      return deskSearch.find({ ...reading, spellings }, where, signal, onFound);
    };
    // With a card format, the agent has read the digits as a card.
    if (!mayBePhone || cardNumberFormat) return byNumber();
    return phoneSearch.isNumber(digits, where, signal).then((is) => (is ? byPhone(digits) : byNumber()));
  }

  const handlers: Pick<Handlers, SearchChannel> = {
    async 'customer:search'({ reading, where, search }) {
      touched();
      rest.drop();
      const progress = new Throttle<() => DeskFound>(progressPauseMs, (states) => {
        const { hits = [], coverage } = states.at(-1)?.() ?? {};
        if (coverage) onProgress({ search, hits: firstOf(hits), total: hits.length, coverage });
      });
      const outcome = await requests
        .run('search', (signal) => {
          // SECURITY: nothing of a search that was stopped arrives on the desk of the next caller.
          signal.addEventListener('abort', () => progress.end(), { once: true });
          return find(reading, where, signal, (now) => {
            if (!signal.aborted) progress.add(now);
          });
        })
        .finally(() => progress.end());
      if (!outcome.ok) return outcome;
      const { hits, tried, coverage, phone } = outcome.value;
      customers.seen.add(hits.slice(0, firstHitsCount));
      const [only, another] = hits.filter(({ distance }) => distance === undefined);
      const isComplete = (coverage?.missing.length ?? 0) === 0;
      if (only && !another && isComplete && !tried.includes('phone'))
        prefetch.start({ studio: only.studio, id: only.customer.id });
      const first = {
        hits: firstOf(hits),
        total: hits.length,
        tried,
        ...(coverage && { coverage }),
        ...(phone && { phone }),
      };
      if (hits.length <= firstHitsCount) return succeed(first);
      searches += 1;
      rest.keep({ search: searches, hits: hits.slice(firstHitsCount) });
      return succeed({ ...first, rest: searches });
    },
    async 'customer:home'({ studio, id }) {
      const outcome = await requests.run('home', (signal) => deskSearch.home(studio, id, signal));
      if (outcome.ok) customers.seen.add([outcome.value]);
      return outcome;
    },
    async 'search:rest'({ rest: search }) {
      await new WorkPauses(partMs).afterTurn();
      const hits = rest.take((each) => each.search === search)?.hits ?? [];
      const part = beginningAsJson(hits);
      customers.seen.add(hits.slice(0, part.length));
      const isCut = part.length < hits.length;
      if (isCut) rest.keep({ search, hits: hits.slice(part.length) });
      return succeed({ hits: `[${part.join()}]`, isCut });
    },
    'search:cancel'() {
      requests.cancel('search');
      return succeed(null);
    },
  };
  return { handlers, dropRest: () => rest.drop() };
}

/**
 * The first hits as JSON, as many as a part has time for: thousands would block main, and then the page, for longer than a frame.
 * Work of others in the same turn does not count, or else a part could have a single hit.
 */
function beginningAsJson(hits: readonly SearchHit[]): string[] {
  const from = performance.now();
  const parts: string[] = [];
  for (const hit of hits) {
    parts.push(JSON.stringify(hit));
    if (performance.now() - from > partMs) break;
  }
  return parts;
}

const firstOf = (hits: readonly SearchHit[]) => JSON.stringify(hits.slice(0, firstHitsCount));
