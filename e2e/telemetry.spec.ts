import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { earlyExport, test } from './fixtures';
import { policySwitch } from './policy-switch';
import { demoArgs } from './saved-studios';
import { withoutIds } from './without-ids';

const attributes = z.array(
  z.strictObject({
    key: z.string(),
    value: z.union([z.strictObject({ stringValue: z.string() }), z.strictObject({ intValue: z.string() })]),
  }),
);
const resource = z.strictObject({ attributes });
const scope = z.strictObject({ name: z.literal('ringside'), version: z.string() });
const nanos = z.string().regex(/^\d{19}$/);
const point = z.looseObject({ startTimeUnixNano: nanos, timeUnixNano: nanos });

/** Schema of a Collector (opentelemetry-proto). Strict, so that a field that OTLP lacks fails the test. */
const decoders = {
  '/v1/traces': z.strictObject({
    resourceSpans: z.array(
      z.strictObject({
        resource,
        scopeSpans: z.array(
          z.strictObject({
            scope,
            spans: z.array(
              z.strictObject({
                traceId: z.string().regex(/^[\da-f]{32}$/),
                spanId: z.string().regex(/^[\da-f]{16}$/),
                name: z.string(),
                kind: z.literal(3),
                startTimeUnixNano: nanos,
                endTimeUnixNano: nanos,
                attributes,
                status: z.strictObject({ code: z.literal(2), message: z.string() }).optional(),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
  '/v1/metrics': z.strictObject({
    resourceMetrics: z.array(
      z.strictObject({
        resource,
        scopeMetrics: z.array(
          z.strictObject({
            scope,
            metrics: z.array(
              z.strictObject({
                name: z.string(),
                unit: z.string(),
                histogram: z
                  .strictObject({ aggregationTemporality: z.literal(1), dataPoints: z.array(point) })
                  .optional(),
                sum: z
                  .strictObject({
                    aggregationTemporality: z.literal(1),
                    isMonotonic: z.literal(true),
                    dataPoints: z.array(point),
                  })
                  .optional(),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
};

test("calls are exported to the policy's Collector without data about a customer", async ({
  launch,
  home,
}) => {
  const bodies: { path: string; body: string }[] = [];
  const refused: unknown[] = [];
  const collector = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push({ path: request.url ?? '', body });
    const decoder = decoders[request.url as keyof typeof decoders];
    const read = decoder?.safeParse(JSON.parse(body));
    if (!read?.success) refused.push(request.url, read?.error.issues);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  });
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const policy = await policySwitch(home, { telemetryEndpoint: endpoint });
  const { desk } = await launch([...demoArgs, policy], {}, [earlyExport]);
  await desk.find('bullock 1952-05-04');
  await expect(desk.money('Balance')).toContainText('89.70');
  await desk.find('9500');
  await expect(desk.diagnostics).toBeVisible();
  const told = (path?: string) =>
    bodies
      .filter((each) => path === undefined || each.path === path)
      .map(({ body }) => body)
      .join('\n');
  // Both lookups are in one export or in two.
  for (const path of Object.keys(decoders))
    await expect.poll(() => told(path), { timeout: 120_000 }).toContain('serverError');
  expect(refused).toEqual([]);
  expect(told()).toContain('/v1/customers/{customerId}/account/balances');
  expect(withoutIds(told())).not.toMatch(/bullock|edgar|1952|1001|9500|89\.70|1-12345/i);
  collector.closeAllConnections();
  collector.close();
});
