import { type StoreApi, useStore } from 'zustand';
import type { Customer } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { Tag } from '../../components/tag';
import { formatDate, today } from '../../format/date';
import { phaseOn } from '../../format/period';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import type { Resource } from '../../resource';
import { restrictionsMessages } from './messages';
import { useRestrictionWords } from './restriction-words';
import styles from './restrictions-panel.module.css';

/**
 * Access restrictions that are not the reason of a block now: coming and past ones, and ones that the API does not enforce.
 * Nothing is shown for a customer without any. Pauses are shown where no contracts are.
 */
export function RestrictionsPanel({ store }: { store: StoreApi<Resource<CustomerRef, Customer>> }) {
  const words = restrictionsMessages[useLanguage().code];
  const inWords = useRestrictionWords();
  const { locale } = useLanguage();
  const customer = known(useStore(store, (state) => state.content))?.value;
  // The contracts show the pauses, unless the home studio has no key here.
  const showsPauses = useStore(store, (state) => state.key?.via !== undefined);
  const pauses = showsPauses ? (customer?.pauses ?? []) : [];
  const day = today();
  const rows = (customer?.accessRestrictions ?? [])
    .map((restriction) => ({ restriction, phase: phaseOn(day, restriction) }))
    .filter(({ phase }) => phase !== 'now' || !customer?.accessRefused);
  if (rows.length + pauses.length === 0) return null;
  return (
    <ul className={styles.panel} aria-label={words.region}>
      {rows.map(({ restriction, phase }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the API gives restrictions no id, and the list never changes in place.
        <li key={index} className={`${styles.row} small selectable`}>
          <span className={styles.kind}>{words.restriction}</span>
          <span className={styles.reason}>{inWords(restriction)}</span>
          {phase === 'ahead' ? (
            <Tag look="warning">{words.phases.ahead}</Tag>
          ) : (
            <Tag>{words.phases[phase]}</Tag>
          )}
        </li>
      ))}
      {pauses.map(({ startDate, endDate, reason, rateName }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pauses have no identity, and the list never changes in place.
        <li key={index} className={`${styles.row} small selectable`}>
          <span className={styles.kind}>{words.pause}</span>
          <span className={styles.reason}>
            {[
              rateName,
              reason && words.quoted(reason),
              endDate
                ? words.period(formatDate(startDate, locale), formatDate(endDate, locale))
                : `${words.from(formatDate(startDate, locale))}, ${words.noEnd}`,
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
