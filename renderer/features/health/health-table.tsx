import { type StoreApi, useStore } from 'zustand';
import { Button } from '../../components/button';
import { useStudios } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import { callsLines, callsReport } from './calls-report';
import { endpointName } from './endpoint-name';
import { healthOf } from './health';
import styles from './health.module.css';
import { Dot } from './health-line';
import type { HealthState } from './health-store';

/** Health of the endpoints in the diagnostics, and a button that copies the last calls for a ticket. */
export function HealthTable({ store, version }: { store: StoreApi<HealthState>; version: string }) {
  const { messages, locale } = useLanguage();
  const studios = useStudios();
  const words = messages.health;
  const { records, copied, copyRequested } = useStore(store);
  const endpoints = healthOf(records);
  if (endpoints.length === 0) return null;
  return (
    <section className={styles.section} aria-label={words.region}>
      <h3 className={styles.heading}>{words.region}</h3>
      <table className={`${styles.table} number`}>
        <thead className="visually-hidden">
          <tr>
            <th>{words.endpoint}</th>
            <th>{words.outcomes}</th>
            <th>{words.median}</th>
          </tr>
        </thead>
        <tbody>
          {endpoints.map(({ endpoint, studio, outcomes, failed, medianMs }) => (
            <tr key={`${studio} ${endpoint}`}>
              <td title={endpoint}>
                {endpointName({ endpoint, ...(studio && { studio }) }, studios, messages)}
              </td>
              <td>
                <span role="img" aria-label={words.failedOf(failed, outcomes.length)} className={styles.dots}>
                  {outcomes.map((ok, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: outcomes have no name but their place.
                    <Dot key={index} ok={ok} />
                  ))}
                </span>
              </td>
              <td className={styles.median}>
                {medianMs === undefined ? '–' : words.ms(medianMs.toLocaleString(locale))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.actions}>
        <Button action="copyCalls" onClick={() => void copyRequested(callsReport(records, version))}>
          {words.copy(records.length)}
        </Button>
        <Button onClick={() => void copyRequested(callsLines(records))}>{words.copyLines}</Button>
        <span aria-live="polite" className={`${styles.copied} small`}>
          {copied === 'refused' ? messages.diagnostics.notCopied : copied && messages.diagnostics.copied}
        </span>
      </div>
    </section>
  );
}
