import { memo } from 'react';
import type { Booking, BookingPeriod, Money } from '../../../preload/contract/domain';
import { Tag } from '../../components/tag';
import { formatDate } from '../../format/date';
import { formatMoney } from '../../format/money';
import { useLanguage } from '../../messages/language';
import styles from './bookings-table.module.css';
import { isOpen } from './timeline';

/** One booking. Memoised, so that moving through the table renders only the rows that change. */
export const BookingRow = memo(function BookingRow(props: {
  booking: Booking;
  period: BookingPeriod;
  rowKey: string;
  stale: boolean;
  selected: boolean;
  focusable: boolean;
}) {
  const { messages, locale } = useLanguage();
  const { booking, period } = props;
  const past = period === 'past';
  const open = isOpen(booking);
  const amount = (money: Money | undefined) =>
    money ? formatMoney(money, locale) : <span className="muted">{messages.notSupplied}</span>;
  return (
    <tr
      className={past ? '' : styles.upcoming}
      data-key={props.rowKey}
      data-stale={props.stale || undefined}
      tabIndex={props.focusable ? 0 : -1}
      aria-selected={props.selected}
    >
      <td>{formatDate(booking.dueDate, locale)}</td>
      <td title={booking.description} className={`${styles.description} selectable`}>
        {booking.installmentPlan && (
          <span className={styles.planInline}>
            <Tag>{messages.bookings.installmentPlan}</Tag>{' '}
          </span>
        )}
        {booking.description ?? <span className="muted">{messages.notSupplied}</span>}
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
      <td className={styles.notes}>
        {booking.installmentPlan && <Tag>{messages.bookings.installmentPlan}</Tag>}
      </td>
    </tr>
  );
});
