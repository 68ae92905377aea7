import { memo, type Ref } from 'react';
import type { Money } from '../../../preload/contract/domain';
import { isFee, undocumentedType } from '../../bookings/charge-types';
import { Tag } from '../../components/tag';
import { formatDate, formatPeriod } from '../../format/date';
import { formatMoney } from '../../format/money';
import { useLanguage } from '../../messages/language';
import styles from './bookings-table.module.css';
import { isOpen, type TimelineRow } from './timeline';

/** One booking. Memoised, so that moving through the table renders only the rows that change. */
export const BookingRow = memo(function BookingRow(props: {
  row: TimelineRow;
  /** Place in the table, from 0. */
  index: number;
  stale: boolean;
  selected: boolean;
  focusable: boolean;
  /** Measures the height. */
  measure: Ref<HTMLTableRowElement>;
}) {
  const { messages, locale } = useLanguage();
  const { booking, period, key } = props.row;
  const past = period === 'past';
  const open = isOpen(booking);
  const { paidPeriodFrom, paidPeriodTo } = booking;
  const unknownType = undocumentedType(booking);
  const amount = (money: Money | undefined) =>
    money ? formatMoney(money, locale) : <span className="muted">{messages.notSupplied}</span>;
  return (
    <tr
      ref={props.measure}
      className={past ? '' : styles.upcoming}
      data-key={key}
      data-index={props.index}
      data-stale={props.stale || undefined}
      tabIndex={props.focusable ? 0 : -1}
      aria-rowindex={props.index + 2}
      aria-selected={props.selected}
    >
      <td className={styles.due}>{formatDate(booking.dueDate, locale)}</td>
      <td className={`${styles.description} selectable`}>
        {booking.description ?? <span className="muted">{messages.notSupplied}</span>}
        {(paidPeriodFrom || paidPeriodTo) && (
          <>
            {' '}
            <span className={`${styles.period} muted small`}>
              {formatPeriod(paidPeriodFrom, paidPeriodTo, locale)}
            </span>
          </>
        )}
        {isFee(booking) && <RowTag>{messages.bookings.fee}</RowTag>}
        {unknownType && <RowTag>{unknownType}</RowTag>}
        {booking.installmentPlan && <RowTag>{messages.bookings.installmentPlan}</RowTag>}
      </td>
      <td className={styles.money}>{amount(booking.amount)}</td>
      <td className={`${styles.money} ${open && past ? styles.owed : ''}`}>
        {booking.openAmount && !open ? (
          <span className="muted" role="img" aria-label={messages.bookings.nothingOpen}>
            –
          </span>
        ) : (
          amount(booking.openAmount)
        )}
      </td>
    </tr>
  );
});

function RowTag({ children }: { children: string }) {
  return (
    <>
      {' '}
      <Tag>{children}</Tag>
    </>
  );
}
