import { type StoreApi, useStore } from 'zustand';
import type { CallRecord } from '../../../preload/contract/call-record';
import { useLanguage } from '../../messages/language';
import { endpointName } from './endpoint-name';
import { healthOf } from './health';
import styles from './health.module.css';
import type { HealthState } from './health-store';

/**
 * Health of the endpoints in the footer: last outcome and median of each, so that an outage for everybody is visible.
 */
export function HealthLine({ store, onOpen }: { store: StoreApi<HealthState>; onOpen: () => void }) {
  const { messages, locale } = useLanguage();
  // All studios together: the line has room for the endpoints only. The table shows each studio.
  const endpoints = healthOf(useStore(store, (state) => state.records).map(withoutStudio));
  if (endpoints.length === 0) return null;
  const words = messages.health;
  return (
    <button type="button" className={styles.line} onClick={onOpen} title={words.open}>
      <span className="visually-hidden">{words.region}</span>
      {endpoints.map(({ endpoint, outcomes, failed, medianMs }) => (
        <span key={endpoint} className={styles.endpoint}>
          <Dot ok={outcomes.at(-1) === true} />
          {endpointName({ endpoint }, [], messages)}{' '}
          {failed > 0
            ? words.failedOf(failed, outcomes.length)
            : medianMs !== undefined && words.ms(medianMs.toLocaleString(locale))}
        </span>
      ))}
    </button>
  );
}

function withoutStudio({ studio: _, ...record }: CallRecord): CallRecord {
  return record;
}

/** A dot for an answer and a cross for a failure, so that the shape differs as well as the colour. */
export function Dot({ ok }: { ok: boolean }) {
  return (
    <svg className={ok ? styles.ok : styles.bad} viewBox="0 0 8 8" aria-hidden="true">
      {ok ? <circle cx="4" cy="4" r="3" /> : <path d="M1 1 7 7M7 1 1 7" />}
    </svg>
  );
}
