import type { ReactNode } from 'react';
import type { BookingPeriod } from '../../../preload/contract/domain';
import { Button } from '../../components/button';
import { Skeleton } from '../../components/skeleton';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import type { BookingsState } from './bookings-store';
import styles from './bookings-table.module.css';

/** Number of columns of the table. */
export const columns = 5;

/** Widths of skeleton descriptions in pixels, one for each row in view. */
const skeletonWidths: Record<BookingPeriod, number[]> = { upcoming: [160, 192], past: [176, 160, 208, 144] };

/** The rows of one period, or what stands in their place while there are none; and the button that loads more. */
export function PeriodRows(props: {
  period: BookingPeriod;
  bookings: BookingsState;
  onMore: () => void;
  /** The loaded rows. */
  children: ReactNode;
}) {
  const { messages } = useLanguage();
  const words = messages.bookings;
  const { content, nextOffset } = props.bookings;
  const rows = known(content)?.value;
  const isPast = props.period === 'past';
  const failed = content.state === 'failed' && (
    <Wide key="failed">
      <span className={`${styles.none} muted`}>{isPast ? words.pastFailed : words.upcomingFailed}</span>
    </Wide>
  );
  const more = nextOffset !== undefined && content.state !== 'failed' && (
    <Wide key="more">
      <Button
        look="quiet"
        action={isPast ? 'earlier' : 'later'}
        onClick={props.onMore}
        aria-disabled={content.state === 'loading'}
      >
        {isPast ? words.earlier : words.later}
      </Button>
    </Wide>
  );
  const body = rows ? props.children : content.state === 'loading' && skeletonRows(props.period);
  const none = rows?.length === 0 && nextOffset === undefined && (
    <Wide key="none">
      <span className={`${styles.none} muted`}>{isPast ? words.noPast : words.noUpcoming}</span>
    </Wide>
  );
  return isPast ? [body, none, more, failed] : [failed, more, none, body];
}

/** Skeletons of the rows, and below past ones the space that further rows take. */
function skeletonRows(period: BookingPeriod): ReactNode {
  return [
    ...skeletonWidths[period].map((width) => <SkeletonRow key={width} width={width} />),
    period === 'past' && (
      <tr key="space" className={styles.space}>
        <td colSpan={columns} />
      </tr>
    ),
  ];
}

function Wide({ children }: { children: ReactNode }) {
  return (
    <tr>
      <td colSpan={columns} className={styles.wide}>
        {children}
      </td>
    </tr>
  );
}

function SkeletonRow({ width }: { width: number }) {
  return (
    <tr>
      <td>
        <Skeleton width={72} />
      </td>
      <td>
        <Skeleton width={width} />
      </td>
      <td className={styles.money}>
        <Skeleton width={48} />
      </td>
      <td className={styles.money}>
        <Skeleton width={48} />
      </td>
      <td />
    </tr>
  );
}
