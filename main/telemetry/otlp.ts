import { randomBytes } from 'node:crypto';
import type { CallRecord } from '../../preload/contract/call-record';

/** Resource attributes. They identify neither the desktop nor its user. */
export interface Resource {
  version: string;
  platform: string;
}

type Attribute = { key: string; value: { stringValue: string } | { intValue: string } };

/**
 * Upper bounds of the histogram in seconds: those of the semantic conventions for HTTP, up to the total limit of 20
 * s.
 */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20];

/** Enumerations are numbers in OTLP JSON (opentelemetry-proto). */
const clientSpan = 3;
const statusError = 2;
const deltas = 1;

/**
 * Converts calls into a trace request of OTLP/HTTP in JSON (opentelemetry-proto 1.x, `ExportTraceServiceRequest`),
 * one span per call. A record is an allow-list, and its fields are named one by one again.
 */
export function traceRequest(records: readonly CallRecord[], resource: Resource): object {
  const spans = records.map((record) => {
    const start = Date.parse(record.startedAt);
    return {
      traceId: randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
      name: `${record.method} ${record.endpoint}`,
      kind: clientSpan,
      startTimeUnixNano: nanos(start),
      endTimeUnixNano: nanos(start + record.durationMs),
      attributes: [
        ...attributesOf(record),
        text('ringside.request_id', record.id),
        number('ringside.attempts', record.attempts),
        ...(record.traceId ? [text('ringside.api_trace_id', record.traceId)] : []),
      ],
      ...(record.problem && { status: { code: statusError, message: record.problem } }),
    };
  });
  return {
    resourceSpans: [{ resource: resourceOf(resource), scopeSpans: [{ scope: scopeOf(resource), spans }] }],
  };
}

/**
 * Converts the same calls into metrics (`ExportMetricsServiceRequest`): `http.client.request.duration` by endpoint,
 * status and problem, the number of dropped records, and whether this version replaces one that did not start.
 *
 * @param left version that did not start
 * @param window time range, in milliseconds since the epoch
 */
export function metricsRequest(
  records: readonly CallRecord[],
  lost: number,
  left: string | undefined,
  resource: Resource,
  { from, to }: { from: number; to: number },
): object {
  const window = { startTimeUnixNano: nanos(from), timeUnixNano: nanos(to) };
  const groups = new Map<string, CallRecord[]>();
  for (const record of records) {
    const alike = JSON.stringify(attributesOf(record));
    groups.set(alike, [...(groups.get(alike) ?? []), record]);
  }
  const dataPoints = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const seconds = group.map(({ durationMs }) => durationMs / 1000);
    const bucketCounts = [...bounds, Number.POSITIVE_INFINITY].map((upper, index) =>
      String(seconds.filter((each) => each <= upper && each > (bounds[index - 1] ?? -1)).length),
    );
    return [
      {
        ...window,
        attributes: attributesOf(first),
        count: String(group.length),
        sum: seconds.reduce((sum, each) => sum + each, 0),
        explicitBounds: bounds,
        bucketCounts,
      },
    ];
  });
  const metrics = [
    {
      name: 'http.client.request.duration',
      unit: 's',
      histogram: { aggregationTemporality: deltas, dataPoints },
    },
    counter('ringside.telemetry.lost', '{record}', { ...window, asInt: String(lost) }),
    ...(left === undefined
      ? []
      : [
          counter('ringside.update.went_back', '{start}', {
            ...window,
            attributes: [text('ringside.version.left', left)],
            asInt: '1',
          }),
        ]),
  ];
  return {
    resourceMetrics: [
      { resource: resourceOf(resource), scopeMetrics: [{ scope: scopeOf(resource), metrics }] },
    ],
  };
}

function counter(name: string, unit: string, point: object) {
  return {
    name,
    unit,
    sum: { aggregationTemporality: deltas, isMonotonic: true, dataPoints: [point] },
  };
}

/** Attributes that distinguish calls, named after the semantic conventions where they exist. */
function attributesOf({ method, endpoint, status, problem, studio }: CallRecord): Attribute[] {
  return [
    text('http.request.method', method),
    text('url.template', endpoint),
    ...(studio ? [text('ringside.studio_id', studio)] : []),
    ...(status === undefined ? [] : [number('http.response.status_code', status)]),
    ...(problem ? [text('error.type', problem)] : []),
  ];
}

function resourceOf({ version, platform }: Resource) {
  const attributes = [
    text('service.name', 'ringside'),
    text('service.version', version),
    text('os.type', platform),
  ];
  return { attributes };
}

function scopeOf({ version }: Resource) {
  return { name: 'ringside', version };
}

function text(key: string, stringValue: string): Attribute {
  return { key, value: { stringValue } };
}

/** Protocol Buffers JSON writes a 64-bit number as a string. */
function number(key: string, value: number): Attribute {
  return { key, value: { intValue: String(value) } };
}

function nanos(ms: number): string {
  return `${Math.round(ms)}000000`;
}
