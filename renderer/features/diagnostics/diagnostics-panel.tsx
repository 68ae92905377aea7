import { type ReactNode, useId } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { Button } from '../../components/button';
import { Countdown } from '../../components/countdown';
import { useProblemWords } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import styles from './diagnostics-panel.module.css';
import { type DiagnosticsState, type Failure, shownFailure } from './diagnostics-store';
import { copyableIdOf, type Fact, factsOf, traceIdOf } from './facts';
import { errorReport } from './report';

interface Props {
  store: StoreApi<DiagnosticsState>;
  failures: readonly Failure[];
  version: string;
  /** Texts that could identify the customer; the report is searched for them. */
  personal: () => string[];
  /** Base URL of the page of a trace; the trace ID is appended. */
  traces: string | undefined;
  onRetry: (source: string) => void;
  /** Shown below the failure, or alone when there is none. */
  children?: ReactNode;
}

/** The facts of a failure: on top a sentence for the caller, below it what engineering needs. */
export function DiagnosticsPanel(props: Props) {
  const { messages } = useLanguage();
  const words = messages.diagnostics;
  const { source, closed } = useStore(props.store);
  const failure = shownFailure(props.failures, source);
  return (
    <section className={styles.panel} aria-label={words.region} tabIndex={-1} data-region>
      <div className={styles.head}>
        <h2 className={styles.heading}>{words.region}</h2>
        <Button look="quiet" action="diagnostics" onClick={closed}>
          {words.close}
        </Button>
      </div>
      {failure ? (
        <FailureDetails {...props} failure={failure} />
      ) : (
        <>
          <p className="muted">{words.none}</p>
          {props.children}
        </>
      )}
    </section>
  );
}

function FailureDetails(props: Props & { failure: Failure }) {
  const language = useLanguage();
  const { messages } = language;
  const problemWords = useProblemWords();
  const words = messages.diagnostics;
  const { failure } = props;
  const { problem } = failure;
  const traceId = traceIdOf(problem);
  const traceUrl = traceId && props.traces && props.traces + encodeURIComponent(traceId);
  return (
    <>
      <SourceButtons store={props.store} failures={props.failures} failure={failure} />
      <div className={styles.say}>
        <strong className={styles.sayHeading}>{messages.tellCaller.heading}</strong>
        {sentenceForCaller(failure, messages.tellCaller)}
      </div>
      <p>
        <strong className={styles.title}>{problemWords(problem).title}</strong> {problemWords(problem).advice}{' '}
        <Countdown problem={problem} />
      </p>
      <div className={`${styles.facts} number`}>
        {factsOf(problem, props.version, language, 'screen').map((fact) => (
          <FactRow key={fact.label} {...fact} link={fact.label === words.traceId ? traceUrl : undefined} />
        ))}
      </div>
      {props.children}
      <FailureActions {...props} />
    </>
  );
}

/** A button for each source that failed, when there are several. */
function SourceButtons(props: {
  store: StoreApi<DiagnosticsState>;
  failures: readonly Failure[];
  failure: Failure;
}) {
  const language = useLanguage();
  const { shown } = useStore(props.store);
  if (props.failures.length < 2) return null;
  return (
    <div className={styles.sources}>
      {props.failures.map(({ source, label }) => (
        <Button
          key={source}
          aria-pressed={source === props.failure.source}
          className={styles.source}
          onClick={() => shown(source)}
        >
          {label(language)}
        </Button>
      ))}
    </div>
  );
}

function FailureActions(props: Props & { failure: Failure }) {
  const language = useLanguage();
  const { messages } = language;
  const words = messages.diagnostics;
  const { copied, copyRequested } = useStore(props.store);
  const { source, problem } = props.failure;
  const copyable = copyableIdOf(problem);
  const copyReport = () => {
    const report = errorReport(problem, props.version, props.personal(), language);
    void copyRequested('report', report);
  };
  return (
    <div className={styles.end}>
      <div className={styles.actions}>
        {copyable && (
          <Button look="fault" action="copyTrace" onClick={() => void copyRequested('trace', copyable)}>
            {traceIdOf(problem) ? words.copyTrace : words.copyRequest}
          </Button>
        )}
        <Button action="copyReport" onClick={copyReport}>
          {words.copyReport}
        </Button>
        <Button action="retry" onClick={() => props.onRetry(source)}>
          {messages.tryAgain}
        </Button>
      </div>
      <p className={`${styles.copied} small`} role="status">
        {copied === 'refused' ? words.notCopied : copied && words.copied}
      </p>
    </div>
  );
}

function FactRow({ label, value, id, link }: Fact & { link: string | undefined }) {
  const labelId = useId();
  const { messages } = useLanguage();
  return (
    <div role="group" aria-labelledby={labelId} className={styles.fact}>
      <span id={labelId} className="muted">
        {label}
      </span>
      <span
        className={`${value === undefined ? 'muted' : ''} ${id && value !== undefined ? 'id' : ''} ${styles.value} selectable`}
      >
        {/* Main opens the link in the default browser, if the policy allows its host. */}
        {link ? (
          <a href={link} target="_blank" rel="noreferrer">
            {value}
          </a>
        ) : (
          (value ?? messages.notSupplied)
        )}
      </span>
    </div>
  );
}

function sentenceForCaller(
  { source, problem: { kind } }: Failure,
  words: { system: string; wait: string; search: string },
): string {
  if (kind === 'rateLimited') return words.wait;
  const isSearchInput = source === 'search' && (kind === 'badRequest' || kind === 'forbiddenOtherStudio');
  return isSearchInput ? words.search : words.system;
}
