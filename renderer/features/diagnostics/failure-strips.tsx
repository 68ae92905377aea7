import { type ReactNode, useId } from 'react';
import type { StoreApi } from 'zustand';
import type { AppStart } from '../../../preload/contract/calls';
import { Button } from '../../components/button';
import { Countdown } from '../../components/countdown';
import { useProblemWords } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import { mayRetryHelp } from '../../problem-traits';
import { callerSentence } from './caller-sentence';
import styles from './diagnostics.module.css';
import type { DiagnosticsState, Failure } from './diagnostics-store';
import { FactValue } from './fact-value';
import { type Environment, factsOf, traceUrlOf } from './facts';
import { Copied, CopyButtons } from './failure-actions';
import { type Cause, causesOf } from './failure-causes';

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
      <StripFacts failure={failure} start={props.start} />
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
function StripFacts({ failure, start }: { failure: Failure; start: Props['start'] }) {
  const language = useLanguage();
  const { status, message, code, traceId } = language.messages.diagnostics;
  const { problem } = failure;
  const shown = factsOf(problem, start, language, 'screen').filter(({ label }) =>
    [status, message, code, traceId].includes(label),
  );
  return (
    <div className={`${styles.line} number`}>
      {shown.map(
        ({ label, value, id }) =>
          value !== undefined && (
            <LineFact key={label} label={label} isNamed={label === traceId} id={id === true}>
              <FactValue
                label={label}
                text={value}
                link={label === traceId ? traceUrlOf(problem, start.traces) : undefined}
              />
            </LineFact>
          ),
      )}
    </div>
  );
}

function LineFact(props: {
  label: string;
  id: boolean;
  /** Whether the label is shown; the other values explain themselves. */
  isNamed: boolean;
  children: ReactNode;
}) {
  const labelId = useId();
  return (
    <div role="group" aria-labelledby={labelId} className={styles.lineFact}>
      <span id={labelId} className={props.isNamed ? '' : 'visually-hidden'}>
        {props.label}
      </span>{' '}
      <span className={`${props.id ? 'id' : ''} selectable`}>{props.children}</span>
    </div>
  );
}
