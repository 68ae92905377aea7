import type { AppStart } from '../../../preload/contract/calls';
import type { Problem } from '../../../preload/contract/problem';
import { addressOf, studioIdOf } from '../../../preload/contract/studio';
import { isTraceId } from '../../../preload/contract/trace-id';
import { formatTime } from '../../format/date';
import { numberFormat } from '../../format/intl';
import type { Language } from '../../messages/language';
import { formatTypedArg, plain } from './typed-args';

/** Where a failure happened. */
export type Environment = Pick<AppStart, 'version' | 'system'>;

/** A fact of a failure, as the diagnostics show it and the report redacts it. */
export interface Fact {
  label: string;
  /** Undefined when the API did not send it. */
  value: string | undefined;
  /** Shown in monospace. */
  id?: boolean;
  /** Free text of the API, which may contain personal data. */
  free?: boolean;
}

/** The trace ID, if it has the shape of one. Any other value is free text and is not copied. */
export function traceIdOf({ response }: Problem): string | undefined {
  return isTraceId(response?.traceId) ? response.traceId : undefined;
}

/**
 * Page of the trace of a problem, if it has a trace ID.
 *
 * @param traces base URL of the page of a trace, if the policy names one
 */
export function traceUrlOf(problem: Problem, traces: string | undefined): string | undefined {
  const traceId = traceIdOf(problem);
  return traceId && traces ? traces + encodeURIComponent(traceId) : undefined;
}

/**
 * Facts of a problem in the order of the diagnostics.
 *
 * @param audience the screen shows the path as sent; a report shows the documented endpoint, because the path
 * contains an ID
 */
export function factsOf(
  problem: Problem,
  { version, system }: Environment,
  { messages, locale }: Language,
  audience: 'screen' | 'report',
): Fact[] {
  const words = messages.diagnostics;
  const { request, response } = problem;
  const path = audience === 'screen' ? request?.path : request?.endpoint;
  const { args = [], typedArgs = [] } = response ?? {};
  const typed = typedArgs.map((arg) =>
    // A report keeps digits unformatted, so that redaction recognises a customer's ID or birth date.
    audience === 'screen' || arg.type === 'MONEY'
      ? formatTypedArg(arg, locale)
      : [arg.type, plain(arg.value)].filter(Boolean).join(' '),
  );
  const told = new Set(typedArgs.map(({ value }) => plain(value)));
  const untyped = args.map(plain).filter((arg) => !told.has(arg));
  const allArgs = [...typed, ...untyped];
  const started = request && Date.parse(request.startedAt);
  const seconds = numberFormat(locale, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  const optional = (label: string, value: string | undefined, more: Partial<Fact> = {}): Fact[] =>
    value === undefined ? [] : [{ label, value, ...more }];
  return [
    {
      label: words.status,
      value: response ? `${response.status} ${response.statusText}`.trim() : words.noStatus,
    },
    ...optional(words.studio, problem.studio && studioIdOf(problem.studio), { id: true }),
    ...optional(words.request, request && `${request.method} ${path}`, { id: true }),
    { label: words.message, value: response?.errorMessage, free: true },
    { label: words.code, value: response?.errorCode, id: true, free: true },
    { label: words.traceId, value: response?.traceId, id: true, free: traceIdOf(problem) === undefined },
    { label: words.reference, value: response?.reference, id: true, free: true },
    { label: words.arguments, value: allArgs.length > 0 ? allArgs.join(' · ') : undefined, free: true },
    ...optional(words.detail, problem.detail, { id: true }),
    ...optional(words.sentTraceId, request?.id, { id: true }),
    ...optional(words.date, response?.date, { free: true }),
    ...optional(words.server, response?.server, { free: true }),
    ...optional(words.retryAfter, response?.retryAfter, { free: true }),
    ...optional(
      words.time,
      started === undefined
        ? undefined
        : audience === 'screen'
          ? formatTime(started, locale)
          : new Date(started).toISOString(),
    ),
    ...optional(
      words.took,
      request && words.tookValue(seconds.format(request.durationMs / 1000), request.attempts),
    ),
    { label: words.version, value: version },
    ...optional(words.address, problem.studio && addressOf(problem.studio), { id: true }),
    { label: words.system, value: system },
    { label: words.locale, value: locale },
  ];
}
