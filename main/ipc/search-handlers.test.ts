import { expect, it, vi } from 'vitest';
import type { SearchProgress } from '../../preload/contract/domain';
import { fail } from '../../preload/contract/problem';
import { LatestRequests } from '../api/latest-request';
import type { DeskFound } from '../api/merged-answers';
import { createSearchHandlers, type SearchServices } from './search-handlers';

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
    touched: () => undefined,
    onProgress: (report: SearchProgress) => reports.push(report),
  };
  const { handlers } = createSearchHandlers(services as unknown as SearchServices, {
    start: () => undefined,
  });
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
