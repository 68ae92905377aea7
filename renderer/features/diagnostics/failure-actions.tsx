import { type StoreApi, useStore } from 'zustand';
import { Button } from '../../components/button';
import { useLanguage } from '../../messages/language';
import styles from './diagnostics.module.css';
import type { DiagnosticsState, Failure } from './diagnostics-store';
import { type Environment, traceIdOf } from './facts';
import { errorReport } from './report';

export interface FailureActionsProps {
  store: StoreApi<DiagnosticsState>;
  failure: Failure;
  start: Environment;
  /** Texts that could identify the customer; the report is searched for them. */
  personal: () => string[];
}

/** Buttons that copy the trace ID, if the API sent one, and the report; and what was copied. */
export function CopyButtons({ store, failure, start, personal }: FailureActionsProps) {
  const language = useLanguage();
  const words = language.messages.diagnostics;
  const { copyRequested } = useStore(store);
  const { source, problem } = failure;
  const traceId = traceIdOf(problem);
  return (
    <>
      {traceId && (
        <Button look="fault" action="copyTrace" onClick={() => void copyRequested('trace', source, traceId)}>
          {words.copyTrace}
        </Button>
      )}
      <Button
        look={traceId ? 'plain' : 'fault'}
        action="copyReport"
        onClick={() =>
          void copyRequested('report', source, errorReport(problem, start, personal(), language))
        }
      >
        {words.copyReport}
      </Button>
    </>
  );
}

/** Says what was copied of these sources. */
export function Copied({
  store,
  sources,
}: {
  store: StoreApi<DiagnosticsState>;
  sources: readonly string[];
}) {
  const words = useLanguage().messages.diagnostics;
  const copied = useStore(store, (state) => state.copied);
  const isMine = copied !== undefined && sources.includes(copied.source);
  return (
    <span className={`${styles.copied} small`} role="status">
      {isMine && (copied.what === 'refused' ? words.notCopied : words.copiedWhat[copied.what])}
    </span>
  );
}
