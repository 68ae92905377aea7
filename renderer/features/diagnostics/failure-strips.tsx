import { useId } from 'react';
import type { StoreApi } from 'zustand';
import type { AppStart } from '../../../preload/contract/calls';
import { Button } from '../../components/button';
import { Countdown } from '../../components/countdown';
import { useProblemWords } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import { mayRetryHelp } from '../../problem-traits';
import { callerSentence } from './caller-sentence';
import { type Cause, causesOf } from './causes';
import styles from './diagnostics.module.css';
import type { DiagnosticsState, Failure } from './diagnostics-store';
import { type Environment, traceIdOf } from './facts';
import { Copied, CopyButtons } from './failure-actions';

interface Props {
  store: StoreApi<DiagnosticsState>;
  failures: readonly Failure[];
  start: Environment & Pick<AppStart, 'traces'>;
  personal: () => string[];
  /** Telephone number of the open customer, where the desk shows it. */
  phone: string | undefined;
  onRetry: (source: string) => void;
  onFacts: (source: string) => void;
  /** Searches all studios; undefined where the desk cannot. */
  onSearchAll: (() => void) | undefined;
}

/**
 * The region "Error diagnostics": a strip for each cause, however many panels it took. On each a sentence for the caller, the
 * status and the trace ID, and what can be done.
 */
export function FailureStrips(props: Props) {
  const { messages } = useLanguage();
  const causes = causesOf(props.failures.filter(({ isQuiet }) => !isQuiet));
  if (causes.length === 0) return null;
  return (
    <section className={styles.strips} aria-label={messages.diagnostics.region} tabIndex={-1} data-region>
      {causes.map((cause) => (
        <Strip key={cause.failures[0].source} {...props} cause={cause} />
      ))}
    </section>
  );
}

function Strip({ cause, ...props }: Props & { cause: Cause }) {
  const language = useLanguage();
  const { messages } = language;
  const words = messages.diagnostics;
  const problemWords = useProblemWords();
  const { problem, failures } = cause;
  const [failure] = failures;
  const what = [...new Set(failures.map(({ label }) => label(language)))];
  const isSearch = failure.source === 'search';
  const retry = () => {
    for (const { source } of failures) props.onRetry(source);
  };
  const maySearchAll = isSearch && props.onSearchAll;
  return (
    <div className={styles.strip}>
      <div className={styles.lead}>
        <p>
          <strong>{problemWords(problem).title}</strong>{' '}
          <span className="muted">
            {isSearch ? messages.search.failedHint : words.missing(what)} {problemWords(problem).advice}{' '}
            <Countdown problem={problem} />
          </span>
        </p>
        {maySearchAll && <Button onClick={maySearchAll}>{messages.search.searchChain}</Button>}
        {mayRetryHelp(problem.kind) && (
          <Button action="retry" onClick={retry}>
            {messages.tryAgain}
          </Button>
        )}
      </div>
      <p className={styles.say}>
        <span className="visually-hidden">{messages.tellCaller.heading}: </span>
        {callerSentence(failure, props.phone, messages)}
      </p>
      <StripFacts failure={failure} traces={props.start.traces} />
      <div className={styles.actions}>
        <CopyButtons {...props} failure={failure} />
        <Button look="quiet" action="diagnostics" onClick={() => props.onFacts(failure.source)}>
          {words.allFacts}
        </Button>
        <Copied store={props.store} sources={failures.map(({ source }) => source)} />
      </div>
    </div>
  );
}

/** The facts that engineering asks for first, in one line. */
function StripFacts({ failure, traces }: { failure: Failure; traces: string | undefined }) {
  const words = useLanguage().messages.diagnostics;
  const { problem } = failure;
  const { response } = problem;
  const traceId = traceIdOf(problem);
  const facts = [
    {
      label: words.status,
      value: response ? `${response.status} ${response.statusText}`.trim() : words.noStatus,
    },
    { label: words.message, value: response?.errorMessage },
    { label: words.code, value: response?.errorCode, id: true },
    { label: words.traceId, value: response?.traceId, id: true, isNamed: true },
  ];
  const link = traceId && traces ? traces + encodeURIComponent(traceId) : undefined;
  return (
    <div className={`${styles.line} number`}>
      {facts
        .filter(({ value }) => value !== undefined)
        .map((fact) => (
          <LineFact key={fact.label} {...fact} link={fact.label === words.traceId ? link : undefined} />
        ))}
    </div>
  );
}

function LineFact(props: {
  label: string;
  value: string | undefined;
  id?: boolean;
  /** Whether the label is shown; the other values explain themselves. */
  isNamed?: boolean;
  link: string | undefined;
}) {
  const labelId = useId();
  return (
    <div role="group" aria-labelledby={labelId} className={styles.lineFact}>
      <span id={labelId} className={props.isNamed ? '' : 'visually-hidden'}>
        {props.label}
      </span>{' '}
      <span className={`${props.id ? 'id' : ''} selectable`}>
        {/* Main opens the link in the default browser, if the policy allows its host. */}
        {props.link ? (
          <a href={props.link} target="_blank" rel="noreferrer">
            {props.value}
          </a>
        ) : (
          props.value
        )}
      </span>
    </div>
  );
}
