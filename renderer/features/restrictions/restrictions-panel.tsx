import { type StoreApi, useStore } from 'zustand';
import type { Customer } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { formatDate } from '../../format/date';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import type { Resource } from '../../resource';
import { restrictionsMessages } from './messages';
import styles from './restrictions-panel.module.css';

/** Access restrictions and pauses of the customer, as the studio wrote them. Nothing is shown for a customer without any. */
export function RestrictionsPanel({ store }: { store: StoreApi<Resource<CustomerRef, Customer>> }) {
  const { code, locale } = useLanguage();
  const words = restrictionsMessages[code];
  const customer = known(useStore(store, (state) => state.content))?.value;
  const rows = [
    ...(customer?.accessRestrictions ?? []).map((each) => ({ kind: words.restriction, ...each })),
    ...(customer?.pauses ?? []).map((each) => ({ kind: words.pause, ...each })),
  ];
  if (rows.length === 0) return null;
  const date = (day: string | undefined) => day && formatDate(day, locale);
  return (
    <ul className={styles.panel} aria-label={words.region}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the API gives restrictions no id, and the list never changes in place.
        <li key={index} className={`${styles.row} small selectable`}>
          <span className={styles.kind}>{row.kind}</span>
          {row.reason && <span className={styles.reason}>{row.reason}</span>}
          <span className="muted number">{words.period(date(row.startDate), date(row.endDate))}</span>
          {'rateName' in row && row.rateName && <span className="muted">{row.rateName}</span>}
        </li>
      ))}
    </ul>
  );
}
