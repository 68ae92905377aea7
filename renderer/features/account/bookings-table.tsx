import { type MouseEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { BookingPeriod } from '../../../preload/contract/domain';
import { formatDate, today } from '../../format/date';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import { BookingRow } from './booking-row';
import { BookingsHeading } from './bookings-heading';
import type { BookingsStores } from './bookings-store';
import styles from './bookings-table.module.css';
import { columns, PeriodRows } from './period-rows';
import { onTableKey } from './table-keys';
import { type TimelineRow, timelineOf } from './timeline';
import type { TimelineState } from './timeline-store';

/** Upcoming rows that stay in view above today. */
const upcomingInView = 2;

const headingId = 'bookings-heading';

/** Upcoming and past bookings in one table, newest first, scrolled to today. */
export function BookingsTable(props: { stores: BookingsStores; timeline: StoreApi<TimelineState> }) {
  const language = useLanguage();
  const words = language.messages.bookings;
  const bookings = { past: useStore(props.stores.past), upcoming: useStore(props.stores.upcoming) };
  const timeline = useStore(props.timeline);
  const { active, selected, overdueFirst } = timeline;
  const rows = timelineOf(bookings.past, bookings.upcoming, overdueFirst, today());
  const scroller = useRef<HTMLDivElement>(null);
  const divider = useRef<HTMLTableRowElement>(null);
  const { content: upcoming } = bookings.upcoming;
  useScrollToToday(
    scroller,
    divider,
    known(upcoming) !== undefined || upcoming.state === 'failed',
    overdueFirst,
  );
  useFocusOn(scroller, active);
  const loadMore = (period: BookingPeriod) => void bookings[period].moreRequested();

  const first = [...rows.overdue, ...rows.past, ...rows.upcoming][0]?.key;
  const bookingRows = (some: readonly TimelineRow[], stale: boolean) =>
    some.map((row) => (
      <BookingRow
        key={row.key}
        booking={row.booking}
        period={row.period}
        rowKey={row.key}
        stale={stale}
        selected={selected.has(row.key)}
        focusable={row.key === (active ?? first)}
      />
    ));
  const periodRows = (period: BookingPeriod) => (
    <PeriodRows period={period} bookings={bookings[period]} onMore={() => loadMore(period)}>
      {bookingRows(rows[period], bookings[period].content.state === 'failed')}
    </PeriodRows>
  );
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <BookingsHeading id={headingId} timeline={timeline} />
      <div
        ref={scroller}
        className={styles.scroller}
        role="group"
        aria-label={words.table}
        onKeyDown={(event) =>
          onTableKey(event, {
            timeline,
            rows,
            language,
            hasMore: (period) => bookings[period].nextOffset !== undefined,
            loadMore,
          })
        }
        onFocus={({ target }) => target.dataset.key && timeline.focused(target.dataset.key)}
        onClick={(event) => onRowClick(event, timeline)}
      >
        <table className={styles.table} aria-labelledby={headingId}>
          <ColumnHeadings />
          <tbody className="number">
            {overdueFirst && (
              <tr className={`${styles.today} ${styles.overdue}`}>
                <td colSpan={columns}>{words.overdue(rows.overdue.length)}</td>
              </tr>
            )}
            {bookingRows(rows.overdue, bookings.past.content.state === 'failed')}
            {periodRows('upcoming')}
            <tr ref={divider} className={styles.today}>
              <td colSpan={columns}>{words.today(formatDate(today(), language.locale, 'long'))}</td>
            </tr>
            {periodRows('past')}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ColumnHeadings() {
  const words = useLanguage().messages.bookings;
  return (
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
  );
}

function onRowClick(event: MouseEvent, timeline: TimelineState): void {
  const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-key]');
  const key = row ? row.dataset.key : undefined;
  // A click that ends a text selection does not select the row.
  if (!key || !(window.getSelection()?.isCollapsed ?? true)) return;
  timeline.pointed(key, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone');
}

/** Scrolls to today before the first paint with rows, so that the table does not jump; with overdue rows first, to the top. */
function useScrollToToday(
  scroller: RefObject<HTMLElement | null>,
  divider: RefObject<HTMLElement | null>,
  hasUpcoming: boolean,
  overdueFirst: boolean,
): void {
  useLayoutEffect(() => {
    if (!scroller.current || !divider.current || !hasUpcoming) return;
    const head = scroller.current.querySelector('thead')?.offsetHeight ?? 0;
    const row = scroller.current.querySelector<HTMLElement>('tbody tr[data-key]')?.offsetHeight ?? 32;
    scroller.current.scrollTop = overdueFirst ? 0 : divider.current.offsetTop - head - upcomingInView * row;
  }, [scroller, divider, hasUpcoming, overdueFirst]);
}

/** Moves the focus to the active row, if the focus is in the table. */
function useFocusOn(scroller: RefObject<HTMLElement | null>, active: string | undefined): void {
  useEffect(() => {
    if (active === undefined || !scroller.current?.contains(document.activeElement)) return;
    scroller.current.querySelector<HTMLElement>(`[data-key="${CSS.escape(active)}"]`)?.focus();
  }, [scroller, active]);
}
