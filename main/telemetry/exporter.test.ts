import { describe, expect, it } from 'vitest';
import type { CallRecord } from '../../preload/contract/call-record';
import { maxWaitingRecords, TelemetryExporter } from './exporter';
import { metricsRequest, traceRequest } from './otlp';

const resource = { version: '1.1.0', platform: 'linux' };

const record = (change: Partial<CallRecord> = {}): CallRecord => ({
  id: '6c4f3f0e-2f0e-4b86-9d0b-3a2d5b8a1c11',
  method: 'GET',
  endpoint: '/v1/customers/{customerId}',
  startedAt: '2026-11-23T14:00:00.000Z',
  durationMs: 84,
  attempts: 1,
  status: 200,
  ...change,
});

/** A fake Collector that keeps what it accepts. */
function collector(taken = true) {
  const seen: { url: string; body: { [key: string]: unknown } }[] = [];
  const answer = { taken };
  const exporter = new TelemetryExporter(
    'https://otel.example/',
    resource,
    async (url, body) => {
      if (answer.taken) seen.push({ url, body: JSON.parse(body) });
      return answer.taken;
    },
    () => 1_000,
  );
  const lost = () =>
    seen
      .filter(({ url }) => url.endsWith('/metrics'))
      .map(({ body }) => /"asInt":"(\d+)"/.exec(JSON.stringify(body))?.[1]);
  return { seen, answer, exporter, lost };
}

describe('a span', () => {
  it('contains the facts of a call and nothing about a customer', () => {
    const failed = record({ status: 500, problem: 'serverError', traceId: '12345678901234567890' });
    const request = JSON.parse(JSON.stringify(traceRequest([failed], resource)));
    const [{ resource: of, scopeSpans }] = request.resourceSpans;
    expect(of.attributes).toContainEqual({ key: 'service.version', value: { stringValue: '1.1.0' } });
    const [span] = scopeSpans[0].spans;
    expect(span).toMatchObject({
      name: 'GET /v1/customers/{customerId}',
      kind: 3,
      startTimeUnixNano: '1795442400000000000',
      endTimeUnixNano: '1795442400084000000',
      status: { code: 2, message: 'serverError' },
    });
    expect(span.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(span.spanId).toMatch(/^[0-9a-f]{16}$/);
    const names = span.attributes.map(({ key }: { key: string }) => key);
    expect(names).toEqual([
      'http.request.method',
      'url.template',
      'http.response.status_code',
      'error.type',
      'ringside.request_id',
      'ringside.attempts',
      'ringside.api_trace_id',
    ]);
  });

  it('does not export a field that is added to records later', () => {
    const more = { ...record(), path: '/v1/customers/1001', customer: 'Bullock' };
    const text = JSON.stringify([
      traceRequest([more], resource),
      metricsRequest([more], 0, undefined, resource, { from: 0, to: 1 }),
    ]);
    expect(text).not.toMatch(/1001|Bullock/);
  });
});

it('metrics distinguish endpoints, statuses and problems', () => {
  const records = [record(), record({ durationMs: 20_000 }), record({ status: 404, problem: 'notFound' })];
  const request = JSON.parse(
    JSON.stringify(metricsRequest(records, 3, undefined, resource, { from: 0, to: 30_000 })),
  );
  const [duration, lost] = request.resourceMetrics[0].scopeMetrics[0].metrics;
  const [good, missing] = duration.histogram.dataPoints;
  expect(good).toMatchObject({ count: '2', sum: 20.084, startTimeUnixNano: '0000000' });
  expect(good.bucketCounts).toHaveLength(good.explicitBounds.length + 1);
  expect(good.bucketCounts.map(Number).reduce((a: number, b: number) => a + b)).toBe(2);
  expect(missing.attributes).toContainEqual({ key: 'error.type', value: { stringValue: 'notFound' } });
  expect(lost.sum.dataPoints[0].asInt).toBe('3');
});

describe('the exporter', () => {
  it('exports traces and metrics once', async () => {
    const { exporter, seen } = collector();
    exporter.add(record());
    await exporter.flush();
    await exporter.flush();
    expect(seen.map(({ url }) => url)).toEqual([
      'https://otel.example/v1/traces',
      'https://otel.example/v1/metrics',
    ]);
  });

  it('drops and counts what is not accepted, and reports the count with the next export', async () => {
    const { exporter, answer, lost } = collector(false);
    for (let count = 0; count < 7; count += 1) exporter.add(record());
    await exporter.flush();
    answer.taken = true;
    exporter.add(record());
    await exporter.flush();
    exporter.add(record());
    await exporter.flush();
    expect(lost()).toEqual(['7', '0']);
  });

  it('reports a version that did not start until the report is accepted', async () => {
    const { exporter, answer, seen } = collector(false);
    exporter.reportRestored('1.1.0');
    await exporter.flush();
    answer.taken = true;
    await exporter.flush();
    await exporter.flush();
    const told = seen.map(({ body }) => /"ringside.version.left".*?"1.1.0"/.test(JSON.stringify(body)));
    expect(told).toEqual([true]);
  });

  it('never keeps more than its limit', async () => {
    const { exporter, answer, lost, seen } = collector(false);
    for (let count = 0; count < maxWaitingRecords + 50; count += 1) exporter.add(record());
    answer.taken = true;
    await exporter.flush();
    const spans = seen
      .filter(({ url }) => url.endsWith('/traces'))
      .flatMap(({ body }) => JSON.stringify(body).match(/"spanId"/g) ?? []);
    expect(lost()[0]).toBe('50');
    expect(spans.length).toBeLessThanOrEqual(maxWaitingRecords);
  });

  it('survives a failing Collector', async () => {
    const exporter = new TelemetryExporter('https://otel.example/', resource, () =>
      Promise.reject(new Error('x')),
    );
    exporter.add(record());
    await expect(exporter.flush()).resolves.toBeUndefined();
  });
});
