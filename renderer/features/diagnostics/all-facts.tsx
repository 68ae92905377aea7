import { type ReactNode, useId } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { AppStart } from '../../../preload/contract/calls';
import { Button } from '../../components/button';
import { CopyWord } from '../../components/copying';
import { Countdown } from '../../components/countdown';
import { Dialog } from '../../components/dialog';
import { useProblemWords } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import { mayRetryHelp } from '../../problem-traits';
import styles from './diagnostics.module.css';
import { type DiagnosticsState, type Failure, shownFailure } from './diagnostics-store';
import { FactValue } from './fact-value';
import { type Environment, type Fact, factsOf, traceUrlOf } from './facts';
import { Copied, CopyButtons } from './failure-actions';

interface Props {
  store: StoreApi<DiagnosticsState>;
  failures: readonly Failure[];
  start: Environment & Pick<AppStart, 'traces'>;
  /** Texts that could identify the customer; the report is searched for them. */
  personal: () => string[];
  onRetry: (source: string) => void;
  onClose: () => void;
  /** Shown below the facts. */
  children?: ReactNode;
}

/** Dialog with all facts of each failure, and the health of the endpoints. */
export function AllFacts(props: Props) {
  const words = useLanguage().messages.diagnostics;
  const source = useStore(props.store, (state) => state.source);
  const failure = shownFailure(props.failures, source);
  return (
    <Dialog label={words.allFacts} look="wide" closeWords={words.close} onClose={props.onClose}>
      <div className={styles.all}>
        {failure ? <FailureFacts {...props} failure={failure} /> : <p className="muted">{words.none}</p>}
        {props.children}
      </div>
      <CopyWord />
    </Dialog>
  );
}

function FailureFacts(props: Props & { failure: Failure }) {
  const language = useLanguage();
  const { messages } = language;
  const words = messages.diagnostics;
  const problemWords = useProblemWords();
  const { failure, store } = props;
  const { problem, source } = failure;
  const traceUrl = traceUrlOf(problem, props.start.traces);
  return (
    <>
      <SourceButtons store={store} failures={props.failures} failure={failure} />
      <p>
        <strong>{problemWords(problem).title}</strong> {problemWords(problem).advice}{' '}
        <Countdown problem={problem} />
      </p>
      <div className={`${styles.facts} number`}>
        {factsOf(problem, props.start, language, 'screen').map((fact) => (
          <FactRow key={fact.label} {...fact} link={fact.label === words.traceId ? traceUrl : undefined} />
        ))}
      </div>
      <div className={styles.actions}>
        <CopyButtons {...props} />
        {mayRetryHelp(problem.kind) && (
          <Button action="retry" onClick={() => props.onRetry(source)}>
            {messages.tryAgain}
          </Button>
        )}
        <Copied store={store} sources={[source]} />
      </div>
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
  const { chosen } = useStore(props.store);
  if (props.failures.length < 2) return null;
  return (
    <div className={styles.actions}>
      {props.failures.map(({ source, label }) => (
        <Button
          key={source}
          aria-pressed={source === props.failure.source}
          className={styles.source}
          onClick={() => chosen(source)}
        >
          {label(language)}
        </Button>
      ))}
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
        {value === undefined ? messages.notSupplied : <FactValue label={label} text={value} link={link} />}
      </span>
    </div>
  );
}
