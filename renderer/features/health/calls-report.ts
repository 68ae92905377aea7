import type { CallRecord } from '../../../preload/contract/call-record';

const columns = [
  'Time',
  'Studio',
  'Call',
  'Status',
  'ms',
  'Attempts',
  'Problem',
  'Trace ID',
  'Trace ID sent',
];

/**
 * The last calls as a Markdown table for a ticket, newest first, in English for engineering. A record contains
 * nothing about a customer, so nothing is redacted.
 */
export function callsReport(records: readonly CallRecord[], version: string): string {
  const rows = records
    .toReversed()
    .map((record) => [
      record.startedAt,
      record.studio ?? '–',
      `${record.method} ${record.endpoint}`,
      record.status ?? '–',
      record.durationMs,
      record.attempts,
      record.problem ?? '–',
      record.traceId ?? '–',
      record.id,
    ]);
  const lines = [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return [`### Ringside ${version}: the last ${records.length} calls`, '', ...lines, ''].join('\n');
}

/** The last calls as NDJSON, oldest first: a line of JSON each, for a program. It contains nothing about a customer. */
export function callsLines(records: readonly CallRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
