import { type ReactNode, useId } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Problem } from '../../../preload/contract/problem';
import { Button } from '../../components/button';
import { Countdown } from '../../components/countdown';
import { useLanguage } from '../../messages/language';
import styles from './diagnostics-panel.module.css';
import type { DiagnosticsState, ProblemSource } from './diagnostics-store';
import { copyableIdOf, type Fact, factsOf, traceIdOf } from './facts';
import { errorReport } from './report';

export type Failures = Partial<Record<ProblemSource, Problem>>;

/** The failure that is shown: the one asked about, else the first. */
export function shownFailure(
  failures: Failures,
  source: ProblemSource | undefined,
): [ProblemSource, Problem] | undefined {
  const all = Object.entries(failures) as [ProblemSource, Problem][];
  return all.find(([each]) => each === source) ?? all[0];
}

/** Speaks to two people: a sentence for the caller on top, the facts for engineering under it. */
export function DiagnosticsPanel(props: {
  store: StoreApi<DiagnosticsState>;
  failures: Failures;
  version: string;
  personal: () => string[];
  /** Where traces can be looked at; the trace ID follows. */
  traces: string | undefined;
  onRetry: (source: ProblemSource) => void;
  /** Stands under the failure, or alone when there is none. */
  children?: ReactNode;
}) {
  const language = useLanguage();
  const { messages } = language;
  const words = messages.diagnostics;
  const { source, copied, shown, closed, copyRequested } = useStore(props.store);
  const failure = shownFailure(props.failures, source);
  const sources = Object.keys(props.failures) as ProblemSource[];
  const problem = failure?.[1];
  const traceId = problem && traceIdOf(problem);
  const copyable = problem && copyableIdOf(problem);
  return (
    <section className={styles.panel} aria-label={words.region} tabIndex={-1} data-region>
      <div className={styles.head}>
        <h2 className={styles.heading}>{words.region}</h2>
        <Button look="quiet" action="diagnostics" onClick={closed}>
          {words.close}
        </Button>
      </div>
      {!failure && (
        <>
          <p className="muted">{words.none}</p>
          {props.children}
        </>
      )}
      {failure && problem && (
        <>
          {sources.length > 1 && (
            <div className={styles.sources}>
              {sources.map((each) => (
                <Button
                  key={each}
                  aria-pressed={each === failure[0]}
                  className={styles.source}
                  onClick={() => shown(each)}
                >
                  {words.sources[each]}
                </Button>
              ))}
            </div>
          )}
          <div className={styles.say}>
            <strong className={styles.sayHeading}>{messages.tellCaller.heading}</strong>
            {callerWords(failure, messages.tellCaller)}
          </div>
          <p>
            <strong className={styles.title}>{messages.problems[problem.kind].title}</strong>{' '}
            {messages.problems[problem.kind].advice} <Countdown problem={problem} />
          </p>
          <div className={`${styles.facts} number`}>
            {factsOf(problem, props.version, language, 'screen').map((fact) => (
              <FactRow
                key={fact.label}
                {...fact}
                link={
                  traceId && props.traces && fact.label === words.traceId
                    ? props.traces + encodeURIComponent(traceId)
                    : undefined
                }
              />
            ))}
          </div>
          {props.children}
          <div className={styles.end}>
            <div className={styles.actions}>
              {copyable && (
                <Button look="fault" action="copyTrace" onClick={() => void copyRequested('trace', copyable)}>
                  {traceId ? words.copyTrace : words.copyRequest}
                </Button>
              )}
              <Button
                action="copyReport"
                onClick={() =>
                  void copyRequested(
                    'report',
                    errorReport(problem, props.version, props.personal(), language),
                  )
                }
              >
                {words.copyReport}
              </Button>
              <Button action="retry" onClick={() => props.onRetry(failure[0])}>
                {messages.tryAgain}
              </Button>
            </div>
            <p className={`${styles.copied} small`} role="status">
              {copied === 'refused' ? words.notCopied : copied && words.copied}
            </p>
          </div>
        </>
      )}
    </section>
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
        {/* Main opens it in the browser of the desk, if policy allows the host. */}
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

function callerWords(
  [source, { kind }]: [ProblemSource, Problem],
  words: { system: string; wait: string; search: string },
): string {
  if (kind === 'rateLimited') return words.wait;
  return source === 'search' && (kind === 'badRequest' || kind === 'forbiddenOtherStudio')
    ? words.search
    : words.system;
}
