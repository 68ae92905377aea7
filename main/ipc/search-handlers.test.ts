import { expect, it, vi } from 'vitest';
import type { Reading, SearchProgress } from '../../preload/contract/domain';
import { fail, succeed } from '../../preload/contract/problem';
import { LatestRequests } from '../api/latest-request';
import type { DeskFound } from '../api/merged-answers';
import { PhoneSearch } from '../api/phone-search';
import { noPhoneIndex } from '../phone-index/phone-indexer';
import { RecentCustomers } from '../privacy/recent-customers';
import { createSearchHandlers, type SearchServices } from './search-handlers';

const prefetch = { start: () => undefined, startAhead: () => () => undefined };
const noPhones = {
  find: async () => succeed({ hits: [], tried: ['phone' as const] }),
  isNumber: async () => false,
};

it('reports nothing of a search that was stopped', async () => {
  vi.useFakeTimers();
  const reports: SearchProgress[] = [];
  const requests = new LatestRequests();
  let progress: () => void = () => undefined;
  let stop: () => void = () => undefined;
  const found: DeskFound = { hits: [], tried: [], coverage: { asked: 2, answered: 1, missing: [] } };
  const services = {
    deskSearch: {
      find: (_reading: unknown, _where: unknown, _signal: unknown, tell: (now: () => DeskFound) => void) => {
        progress = () => tell(() => found);
        return new Promise((resolve) => {
          stop = () => resolve(fail({ kind: 'cancelled' }));
        });
      },
    },
    requests,
    customers: new RecentCustomers(),
    touched: () => undefined,
    onProgress: (report: SearchProgress) => reports.push(report),
  };
  const { handlers } = createSearchHandlers(services as unknown as SearchServices, prefetch, noPhones);
  const reading = { kind: 'email', email: 'a@b.example' } as const;
  const answer = handlers['customer:search']({ reading, where: { studios: 'all' }, search: 1 });
  progress();
  vi.advanceTimersByTime(1_000);
  expect(reports).toHaveLength(1);
  progress();
  requests.cancelAll();
  progress();
  vi.advanceTimersByTime(1_000);
  stop();
  await answer;
  expect(reports).toHaveLength(1);
  vi.useRealTimers();
});

/** Handlers of a desk in Germany whose searches find nobody, and the readings that were searched. */
function handlersFor(customers: RecentCustomers) {
  const sent: Reading[] = [];
  const services = {
    deskSearch: {
      async find(asked: Reading) {
        sent.push(asked);
        return succeed<DeskFound>({ hits: [], tried: [] });
      },
    },
    requests: new LatestRequests(),
    customers,
    touched: () => undefined,
    onProgress: () => undefined,
  };
  const phoneSearch = new PhoneSearch({
    deskSearch: services.deskSearch,
    seen: () => customers.seen.all(),
    studios: () => [],
    phoneIndex: noPhoneIndex,
    region: 'DE',
    rate: { allows: () => true },
  });
  return { ...createSearchHandlers(services as unknown as SearchServices, prefetch, phoneSearch), sent };
}

it.each<[Reading, number]>([
  [{ kind: 'phone', number: '+49 171 3920099' }, 0],
  [{ kind: 'digits', digits: '01713920099', mayBePhone: true }, 0],
  [{ kind: 'digits', digits: '0004523876', mayBePhone: true }, 1],
  [{ kind: 'digits', digits: '01713920099' }, 1],
  [{ kind: 'digits', digits: '01713920099', mayBePhone: true, cardNumberFormat: 'HEX_MSB' }, 1],
])('sends no telephone number: %j makes %d searches', async (reading, searches) => {
  const { handlers, sent } = handlersFor(new RecentCustomers());
  await handlers['customer:search']({ reading, where: { studios: 'all' }, search: 1 });
  expect(sent).toHaveLength(searches);
});

it('asks for digits in the form of a customer number that this session has seen', async () => {
  const customers = new RecentCustomers();
  const customer = { id: '1', status: 'MEMBER', accessRefused: false, number: 'M-4711' };
  customers.seen.add([{ customer, studio: 'https://a.example#1' }]);
  const { handlers, sent } = handlersFor(customers);
  await handlers['customer:search']({
    reading: { kind: 'digits', digits: '2076' },
    where: { studios: 'all' },
    search: 1,
  });
  expect(sent).toMatchObject([{ spellings: ['M-2076'] }]);
});

it('says what the telephone index has said, without hits too', async () => {
  const phone = { isComplete: true, sharedBy: 21 };
  const found = {
    find: async () => succeed({ hits: [], tried: ['phone' as const], phone }),
    isNumber: noPhones.isNumber,
  };
  const services = {
    requests: new LatestRequests(),
    customers: new RecentCustomers(),
    touched: () => undefined,
  };
  const { handlers } = createSearchHandlers(services as unknown as SearchServices, prefetch, found);
  const reading = { kind: 'phone', number: '030 901820' } as const;
  expect(await handlers['customer:search']({ reading, where: { studios: 'all' }, search: 1 })).toEqual(
    succeed({ hits: '[]', total: 0, tried: ['phone'], phone }),
  );
});

it('handles other events while it passes on the hits that do not fit on a screen, however slow the desktop is', async () => {
  const hits = Array.from({ length: 260 }, (_, index) => ({
    studio: 'https://a.example#1',
    matchedBy: 'name',
    customer: { id: String(index), firstName: 'Ann', lastName: 'Bauer', status: 'MEMBER' },
  }));
  const services = {
    deskSearch: { find: async () => succeed({ hits, tried: ['name'] }) },
    requests: new LatestRequests(),
    customers: new RecentCustomers(),
    touched: () => undefined,
    onProgress: () => undefined,
  };
  const { handlers } = createSearchHandlers(services as unknown as SearchServices, prefetch, noPhones);
  const reading: Reading = { kind: 'name', words: ['bauer'] };
  const first = await handlers['customer:search']({ reading, where: { studios: 'all' }, search: 1 });
  if (!first.ok || first.value.rest === undefined) throw new Error('No further hits');
  await new Promise(setImmediate);
  // A clock on which each hit takes two milliseconds.
  let ms = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (ms += 2));
  const parts: unknown[][] = [];
  for (let isCut = true; isCut; ) {
    await new Promise(setImmediate);
    const part = await handlers['search:rest']({ rest: first.value.rest });
    if (!part.ok) throw new Error('No part');
    parts.push(JSON.parse(part.value.hits));
    isCut = part.value.isCut;
  }
  clock.mockRestore();
  expect(parts.flat()).toEqual(hits.slice(100));
  expect(parts.length).toBeGreaterThanOrEqual(10);
  expect(services.customers.seen.all()).toHaveLength(260);
});
