import { type StoreApi, useStore } from 'zustand';
import { useStudios } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import { endpointName } from './endpoint-name';
import { healthOf } from './health';
import styles from './health.module.css';
import type { HealthState } from './health-store';

/**
 * Health of the API in the footer: the endpoint that fails most, whole, and how many others fail; quiet while the last calls
 * were answered.
 */
export function HealthLine({ store, onOpen }: { store: StoreApi<HealthState>; onOpen: () => void }) {
  const { messages } = useLanguage();
  const studios = useStudios();
  const endpoints = healthOf(useStore(store, (state) => state.records));
  if (endpoints.length === 0) return null;
  const words = messages.health;
  const failing = endpoints
    .filter(({ failed }) => failed > 0)
    .sort((a, b) => b.failed / b.outcomes.length - a.failed / a.outcomes.length || b.failed - a.failed);
  const [worst, ...others] = failing;
  return (
    <button
      type="button"
      className={styles.line}
      data-failing={worst !== undefined || undefined}
      onClick={onOpen}
      title={words.open}
    >
      <span className="visually-hidden">{words.region}</span>
      <Dot ok={!worst} />
      {worst ? (
        <span className={styles.failing}>
          {endpointName(worst, studios, messages)}: {words.failedOf(worst.failed, worst.outcomes.length)}
          {others.length > 0 && ` ${words.others(others.length)}`}
        </span>
      ) : (
        <span>{words.answered}</span>
      )}
    </button>
  );
}

/** A dot for an answer and a cross for a failure, so that the shape differs as well as the colour. */
export function Dot({ ok }: { ok: boolean }) {
  return (
    <svg className={ok ? styles.ok : styles.bad} viewBox="0 0 8 8" aria-hidden="true">
      {ok ? <circle cx="4" cy="4" r="3" /> : <path d="M1 1 7 7M7 1 1 7" />}
    </svg>
  );
}
