import { type StoreApi, useStore } from 'zustand';
import type { Customer } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { Tag } from '../../components/tag';
import { today } from '../../format/date';
import { phaseOn } from '../../format/period';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import type { Resource } from '../../resource';
import { restrictionsMessages } from './messages';
import { useRestrictionWords } from './restriction-words';
import styles from './restrictions-panel.module.css';

/**
 * Access restrictions that are not the reason of a block now: coming and past ones, and ones that the API does not enforce.
 * Nothing is shown for a customer without any.
 */
export function RestrictionsPanel({ store }: { store: StoreApi<Resource<CustomerRef, Customer>> }) {
  const words = restrictionsMessages[useLanguage().code];
  const inWords = useRestrictionWords();
  const customer = known(useStore(store, (state) => state.content))?.value;
  const day = today();
  const rows = (customer?.accessRestrictions ?? [])
    .map((restriction) => ({ restriction, phase: phaseOn(day, restriction) }))
    .filter(({ phase }) => phase !== 'now' || !customer?.accessRefused);
  if (rows.length === 0) return null;
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
    </ul>
  );
}
