import type { ReactNode } from 'react';
import type { BookingPeriod } from '../../../preload/contract/domain';
import { Button } from '../../components/button';
import { Countdown } from '../../components/countdown';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/skeleton';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import type { BookingsOf } from './bookings-store';
import styles from './bookings-table.module.css';

/** How many columns the table has. */
export const columns = 5;

/** Widths of descriptions that are still to come: as many rows as will be in view. */
const skeletons: Record<BookingPeriod, number[]> = { upcoming: [160, 192], past: [176, 160, 208, 144] };

/** The rows of one period, or what stands in their place: on their way, failed, none; and the way to more. */
export function PeriodRows(props: {
  period: BookingPeriod;
  side: BookingsOf;
  onMore: () => void;
  onRetry: () => void;
  onDetails: () => void;
  /** Its rows, once there are any. */
  children: ReactNode;
}) {
  const { messages } = useLanguage();
  const words = messages.bookings;
  const { content, nextOffset } = props.side;
  const rows = known(content)?.value;
  const isPast = props.period === 'past';
  const failed = content.state === 'failed' && (
    <Wide key="failed">
      <Failure
        compact
        title={isPast ? words.pastFailed : words.upcomingFailed}
        hint={
          <>
            {messages.problems[content.problem.kind].title} <Countdown problem={content.problem} />
          </>
        }
        actions={
          <>
            <Button onClick={props.onDetails}>{messages.account.details}</Button>
            <Button action="retry" onClick={props.onRetry}>
              {messages.tryAgain}
            </Button>
          </>
        }
      />
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
  const body = rows
    ? props.children
    : content.state === 'loading' && [
        ...skeletons[props.period].map((width) => <SkeletonRow key={width} width={width} />),
        isPast && (
          <tr key="room" className={styles.room}>
            <td colSpan={columns} />
          </tr>
        ),
      ];
  const none = rows?.length === 0 && nextOffset === undefined && (
    <Wide key="none">
      <span className={`${styles.none} muted`}>{isPast ? words.noPast : words.noUpcoming}</span>
    </Wide>
  );
  return isPast ? [body, none, more, failed] : [failed, more, none, body];
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
