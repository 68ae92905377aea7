import { describe, expect, it } from 'vitest';
import type { CallRecord } from '../../../preload/contract/call-record';
import { callsLines, callsReport } from './calls-report';
import { healthOf } from './health';

const balances = '/v1/customers/{customerId}/account/balances';

function call(change: Partial<CallRecord>): CallRecord {
  return {
    id: 'b2f1',
    method: 'GET',
    endpoint: balances,
    startedAt: '2026-11-23T14:00:00.000Z',
    durationMs: 100,
    attempts: 1,
    status: 200,
    ...change,
  };
}

describe('the health of an endpoint', () => {
  it('is the median of its answers and the number of its failures', () => {
    const records = [10, 90, 20].map((durationMs) => call({ durationMs }));
    expect(healthOf([...records, call({ problem: 'timeout', durationMs: 20_000 })])).toEqual([
      { endpoint: balances, outcomes: [true, true, true, false], failed: 1, medianMs: 20 },
    ]);
  });

  it('takes the mean of two middle values', () => {
    expect(healthOf([call({ durationMs: 10 }), call({ durationMs: 21 })])[0]?.medianMs).toBe(16);
  });

  it('covers the last ten calls', () => {
    const records = Array.from({ length: 11 }, (_, index) =>
      call(index === 0 ? { problem: 'serverError' } : {}),
    );
    expect(healthOf(records)[0]).toMatchObject({ failed: 0, outcomes: Array(10).fill(true) });
  });

  it('counts a miss as an answer, and ignores calls that were not sent or were cancelled', () => {
    const records = [
      call({ problem: 'notFound', status: 404 }),
      call({ problem: 'cancelled' }),
      call({ problem: 'rateLimited', attempts: 0 }),
      call({ method: 'HEAD', endpoint: '/v1/customers', problem: 'unauthorized' }),
    ];
    expect(healthOf(records)).toEqual([{ endpoint: balances, outcomes: [true], failed: 0, medianMs: 100 }]);
  });

  it('is that of each studio on its own', () => {
    const records = [call({ studio: '1' }), call({ studio: '2', problem: 'timeout' })];
    expect(healthOf(records).map(({ studio, failed }) => [studio, failed])).toEqual([
      ['1', 0],
      ['2', 1],
    ]);
  });

  it('has no median without an answer', () => {
    expect(healthOf([call({ problem: 'unreachable' })])[0]?.medianMs).toBeUndefined();
  });
});

it("the report of the last calls is a table, newest first, within the clipboard's limit", () => {
  const records = Array.from({ length: 50 }, (_, index) =>
    call({
      id: `id-${index}-0000-0000-0000-000000000000`,
      problem: 'unexpectedAnswer',
      traceId: 'a'.repeat(32),
    }),
  );
  const report = callsReport(records, '1.2.3');
  const rows = report.split('\n').filter((line) => line.startsWith('| 2026'));
  expect(rows.length).toBe(50);
  expect(rows[0]).toContain('id-49');
  for (const row of rows) expect(row.split('|').length).toBe(11);
  expect(report.length).toBeLessThan(20_000);
});

it('the last calls are lines of JSON for a program', () => {
  const records = [call({}), call({ problem: 'timeout' })];
  const lines = callsLines(records).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(records);
});
