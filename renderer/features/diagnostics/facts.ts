import type { Problem } from '../../../preload/contract/problem';
import { formatTime } from '../../format/date';
import { numberFormat } from '../../format/intl';
import type { Language } from '../../messages/language';
import { formatTypedArg, plain } from './typed-args';

/** What a fact is, so that the drawer can set it and the report can redact it. */
export interface Fact {
  label: string;
  /** Undefined when the API did not supply it. */
  value: string | undefined;
  /** Set in monospace. */
  id?: boolean;
  /** Free text of the API, in which anything may stand. */
  free?: boolean;
}

/** The trace ID, if what came has the form of an id: anything else is text, and text is not copied by itself. */
export function traceIdOf({ response }: Problem): string | undefined {
  return /^[\w-]{1,64}$/.test(response?.traceId ?? '') ? response?.traceId : undefined;
}

/** What engineering finds the request by: the API's trace ID, else our own id of the request. */
export function copyableIdOf(problem: Problem): string | undefined {
  return traceIdOf(problem) ?? problem.request?.id;
}

/**
 * A problem as the facts engineering asks for, in the order of the drawer.
 *
 * @param audience the screen shows the path as sent; a report names the endpoint alone, for the path holds an id
 */
export function factsOf(
  problem: Problem,
  version: string,
  { messages, locale }: Language,
  audience: 'screen' | 'report',
): Fact[] {
  const words = messages.diagnostics;
  const { request, response } = problem;
  const path = audience === 'screen' ? request?.path : request?.endpoint;
  const { args = [], typedArgs = [] } = response ?? {};
  const typed = typedArgs.map((arg) =>
    // A report keeps digits as they came, so that a customer's id or birth date is recognised and taken out.
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
    ...optional(words.request, request && `${request.method} ${path}`, { id: true }),
    { label: words.message, value: response?.errorMessage, free: true },
    { label: words.code, value: response?.errorCode, id: true, free: true },
    { label: words.traceId, value: response?.traceId, id: true, free: traceIdOf(problem) === undefined },
    { label: words.reference, value: response?.reference, id: true, free: true },
    { label: words.arguments, value: allArgs.length > 0 ? allArgs.join(' · ') : undefined, free: true },
    ...optional(words.detail, problem.detail, { id: true }),
    ...optional(words.requestId, request?.id, { id: true }),
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
  ];
}
