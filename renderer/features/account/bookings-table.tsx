import { useLayoutEffect, useRef } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Booking, BookingPeriod, Money } from '../../../preload/contract/domain';
import { Button } from '../../components/button';
import { Countdown } from '../../components/countdown';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/skeleton';
import { Tag } from '../../components/tag';
import { formatDate, today } from '../../format/date';
import { formatMoney, sign } from '../../format/money';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import type { BookingsOf, BookingsState } from './bookings-store';
import styles from './bookings-table.module.css';

/** Rows of the future kept in view above today. */
const upcomingInView = 2;
const columns = 5;

/** Upcoming and past bookings in one table, newest first, opened around today. */
export function BookingsTable(props: {
  store: StoreApi<BookingsState>;
  onDetails: (period: BookingPeriod) => void;
}) {
  const { messages, locale } = useLanguage();
  const words = messages.bookings;
  const { past, upcoming } = useStore(props.store);
  const scroller = useRef<HTMLDivElement>(null);
  const divider = useRef<HTMLTableRowElement>(null);
  const settled = known(past.content) !== undefined || past.content.state === 'failed';
  const upcomingShown = known(upcoming.content) !== undefined || upcoming.content.state === 'failed';

  // Before the first paint with rows, so that nobody sees the table jump.
  useLayoutEffect(() => {
    if (!scroller.current || !divider.current || !settled || !upcomingShown) return;
    const head = scroller.current.querySelector('thead')?.offsetHeight ?? 0;
    scroller.current.scrollTop = divider.current.offsetTop - head - upcomingInView * 32;
  }, [settled, upcomingShown]);

  const period = (which: BookingPeriod, side: BookingsOf) => (
    <Period
      period={which}
      side={side}
      onMore={() => void props.store.getState().moreRequested(which)}
      onRetry={() => void props.store.getState().retried(which)}
      onDetails={() => props.onDetails(which)}
    />
  );
  return (
    <section className={styles.card} aria-labelledby="bookings-heading">
      <div className={styles.heading}>
        <h2 id="bookings-heading" className={styles.title}>
          {words.table}
        </h2>
        <span className="small muted">{words.subtitle}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area has to be reachable to be scrolled by keys. */}
      <div ref={scroller} className={styles.scroller} tabIndex={0} role="group" aria-label={words.table}>
        <table className={styles.table} aria-labelledby="bookings-heading">
          <thead>
            <tr>
              <th className={styles.due}>{words.due}</th>
              <th className={styles.description}>{words.description}</th>
              <th className={styles.money}>{words.amount}</th>
              <th className={styles.money}>{words.open}</th>
              <th className={styles.notes}>
                <span className="visually-hidden">{words.note}</span>
              </th>
            </tr>
          </thead>
          <tbody className="number">
            {period('upcoming', upcoming)}
            <tr ref={divider} className={styles.today}>
              <td colSpan={columns}>{words.today(formatDate(today(), locale, 'long'))}</td>
            </tr>
            {period('past', past)}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Period(props: {
  period: BookingPeriod;
  side: BookingsOf;
  onMore: () => void;
  onRetry: () => void;
  onDetails: () => void;
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
            <Button onClick={props.onRetry}>{messages.tryAgain}</Button>
          </>
        }
      />
    </Wide>
  );
  const more = nextOffset !== undefined && content.state !== 'failed' && (
    <Wide key="more">
      <Button look="quiet" onClick={props.onMore} aria-disabled={content.state === 'loading'}>
        {isPast ? words.earlier : words.later}
      </Button>
    </Wide>
  );
  const body = rows
    ? rows.map((booking) => (
        <BookingRow key={booking.id} booking={booking} past={isPast} stale={content.state === 'failed'} />
      ))
    : content.state === 'loading' &&
      [160, 192, 176].map((width) => <SkeletonRow key={width} width={width} />);
  const none = rows?.length === 0 && nextOffset === undefined && (
    <Wide key="none">
      <span className={`${styles.none} muted`}>{isPast ? words.noPast : words.noUpcoming}</span>
    </Wide>
  );
  return isPast ? [body, none, more, failed] : [failed, more, none, body];
}

function Wide({ children }: { children: React.ReactNode }) {
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

function BookingRow({ booking, past, stale }: { booking: Booking; past: boolean; stale: boolean }) {
  const { messages, locale } = useLanguage();
  const open = booking.openAmount && sign(booking.openAmount.amount) !== 0;
  const amount = (money: Money | undefined) =>
    money ? formatMoney(money, locale) : <span className="muted">{messages.notSupplied}</span>;
  return (
    <tr className={past ? '' : styles.upcoming} data-stale={stale || undefined}>
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
}
