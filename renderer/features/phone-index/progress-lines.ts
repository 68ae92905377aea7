import type { PhoneIndexState, StudioIndexState } from '../../../preload/contract/phone-index';
import type { Studio } from '../../../preload/contract/studio';
import { missingByProblem } from '../../components/missing-by-problem';
import { studioName } from '../../components/studios';
import { formatAge, formatTime } from '../../format/date';
import { numberFormat } from '../../format/intl';
import type { Language } from '../../messages/language';
import type { IndexProgress } from './index-progress';
import { phoneIndexMessages } from './messages';

/** Time and age of an index: `as of 14:05 (2 hr ago)`. */
export function asOfWords(madeAt: number, now: number, { code, locale }: Language): string {
  return phoneIndexMessages[code].asOf(formatTime(madeAt, locale, 'minute'), formatAge(now - madeAt, locale));
}

/** The name of the only studio, or how many studios there are. */
export function studiosWords(
  { studios }: Pick<IndexProgress, 'studios'>,
  desk: readonly Studio[],
  { code, messages, locale }: Language,
): string {
  const [only, another] = studios;
  if (only && !another) return studioName(only.studio, desk, messages);
  return phoneIndexMessages[code].studios(numberFormat(locale).format(studios.length));
}

/** What there is to say about an index that is not complete, a sentence each. */
export function progressLines(
  progress: IndexProgress,
  mode: PhoneIndexState['mode'],
  desk: readonly Studio[],
  language: Language,
): string[] {
  const { code, messages, locale } = language;
  const words = phoneIndexMessages[code];
  const { phase, studios, complete, customers, current, failed } = progress;
  const number = numberFormat(locale);
  const all = studiosWords(progress, desk, language);
  const isFile = mode === 'fetched';
  const isOutdated = studios.every((each) => each.isOutdated);

  const state = isFile
    ? complete > 0
      ? words.notInFile(number.format(studios.length - complete), all)
      : words.notFetched(all)
    : complete > 0
      ? words.partly(number.format(complete), all)
      : isOutdated
        ? words.outdated(all)
        : words.missing(all);
  const read =
    customers > 0 && !isFile && !isOutdated ? words.read(number.format(customers), customers) : undefined;
  const readOfCurrent =
    current &&
    current.customers > 0 &&
    words.readOf(
      number.format(current.customers),
      current.customers,
      studioName(current.studio, desk, messages),
    );
  const counted = studios.length > 1 ? words.partly(number.format(complete), all) : undefined;

  const lines: Record<IndexProgress['phase'], (string | undefined | false)[]> = {
    missing: [state, read],
    waiting: [state, isFile ? undefined : words.waiting],
    running: isFile ? [words.fetching] : [readOfCurrent, counted, words.compares],
    paused: [readOfCurrent, counted, pauseWords(progress, language)],
    failed: [...problemLines(failed, desk, language), counted, read],
    complete: [],
  };
  return lines[phase].filter((line) => line !== undefined && line !== false);
}

/** The problems of studios, a sentence for each kind. A complete index has one too, when a newer one could not be made. */
export function problemLines(
  studios: readonly StudioIndexState[],
  desk: readonly Studio[],
  { messages }: Language,
): string[] {
  const problems = studios.flatMap(({ studio, problem }) => (problem ? { studio, problem } : []));
  return missingByProblem(problems, desk).map(({ kind, named, more }) => {
    const names = named.map((ref) => studioName(ref, desk, messages));
    return `${messages.search.studiosAnd(names, more)}: ${messages.problems[kind].title}`;
  });
}

function pauseWords({ current }: IndexProgress, { code, messages }: Language): string {
  const words = phoneIndexMessages[code];
  const problem = current?.problem;
  return problem ? words.pausedBy(messages.problems[problem.kind].title) : words.paused;
}
