import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Problem } from '../../preload/contract/problem';
import { createRateLimitRetry } from './rate-limit-retry';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-23T14:00:00Z') }));
afterEach(() => vi.useRealTimers());

function limited(seconds: number): Problem {
  const request = {
    id: 'x',
    method: 'GET',
    endpoint: '/v1/x',
    path: '/v1/x',
    startedAt: new Date().toISOString(),
    durationMs: 0,
    attempts: 1,
  } as const;
  return { kind: 'rateLimited', retryAfterSeconds: seconds, request };
}

function watched() {
  const asked: string[] = [];
  return { asked, look: createRateLimitRetry<'account' | 'search'>((source) => asked.push(source)) };
}

it('retries once when the wait is over, and not before', () => {
  const { asked, look } = watched();
  const failures = { account: limited(60) };
  look(failures);
  look(failures);
  vi.advanceTimersByTime(59_900);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(asked).toEqual(['account']);
  vi.advanceTimersByTime(600_000);
  expect(asked).toEqual(['account']);
});

it('retries only the last of several waiting lookups', () => {
  const { asked, look } = watched();
  look({ search: limited(60) });
  vi.advanceTimersByTime(10_000);
  look({ search: limited(50) });
  vi.advanceTimersByTime(20_000);
  look({ search: limited(30) });
  vi.advanceTimersByTime(60_000);
  expect(asked).toEqual(['search']);
});

it('does not retry a source without a failure, and retries each other source', () => {
  const { asked, look } = watched();
  const account = limited(60);
  look({ account, search: limited(30) });
  look({ account });
  vi.advanceTimersByTime(120_000);
  expect(asked).toEqual(['account']);
});

it('waits for a 429 only', () => {
  const { asked, look } = watched();
  look({ account: { kind: 'serverError' } });
  vi.advanceTimersByTime(120_000);
  expect(asked).toEqual([]);
});
