import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { BookingPeriod } from '../../../preload/contract/domain';
import { Button } from '../../components/button';
import { formatDate, today } from '../../format/date';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import { BookingRow } from './booking-row';
import type { BookingsOf, BookingsState } from './bookings-store';
import styles from './bookings-table.module.css';
import { columns, PeriodRows } from './period-rows';
import { type TimelineRow, timelineOf } from './timeline';
import type { TimelineState } from './timeline-store';

/** Rows of the future kept in view above today. */
const upcomingInView = 2;
/** A page for Page Up and Page Down. */
const pageRows = 10;

/** Upcoming and past bookings in one table, newest first, opened around today. */
export function BookingsTable(props: {
  store: StoreApi<BookingsState>;
  timeline: StoreApi<TimelineState>;
  onDetails: (period: BookingPeriod) => void;
}) {
  const language = useLanguage();
  const { messages, locale } = language;
  const words = messages.bookings;
  const bookings = useStore(props.store);
  const timeline = useStore(props.timeline);
  const { past, upcoming } = bookings;
  const { active, selected, overdueFirst, copied } = timeline;
  const rows = timelineOf(bookings, overdueFirst);
  const scroller = useRef<HTMLDivElement>(null);
  const divider = useRef<HTMLTableRowElement>(null);
  const upcomingShown = known(upcoming.content) !== undefined || upcoming.content.state === 'failed';

  // Before the first paint with rows, so that nobody sees the table jump; what is overdue is wanted on top.
  useLayoutEffect(() => {
    if (!scroller.current || !divider.current || !upcomingShown) return;
    const head = scroller.current.querySelector('thead')?.offsetHeight ?? 0;
    const row = scroller.current.querySelector<HTMLElement>('tbody tr[data-key]')?.offsetHeight ?? 32;
    scroller.current.scrollTop = overdueFirst ? 0 : divider.current.offsetTop - head - upcomingInView * row;
  }, [upcomingShown, overdueFirst]);

  // The keys take the focus along, once it is in the table.
  useEffect(() => {
    if (active === undefined || !scroller.current?.contains(document.activeElement)) return;
    scroller.current.querySelector<HTMLElement>(`[data-key="${CSS.escape(active)}"]`)?.focus();
  }, [active]);

  function more(period: BookingPeriod) {
    void props.store.getState().moreRequested(period);
  }

  /** The next slice, when a page key finds no further row. */
  function page(by: 1 | -1, extend: boolean) {
    const period = by === 1 ? 'past' : 'upcoming';
    const side = by === 1 ? rows.past : rows.upcoming;
    const end = by === 1 ? side.at(-1) : side[0];
    if (bookings[period].nextOffset !== undefined && end?.key === active) more(period);
    timeline.moved(by * pageRows, extend);
  }

  // Letters act here alone, where nobody types.
  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof HTMLButtonElement || event.altKey) return;
    const { shiftKey: extend } = event;
    const far = Number.MAX_SAFE_INTEGER;
    const command = event.ctrlKey || event.metaKey;
    const keys: Record<string, () => void> = command
      ? {
          a: timeline.allSelected,
          c: () => void timeline.copyRequested('text', language),
          Home: () => timeline.moved(-far, extend),
          End: () => timeline.moved(far, extend),
        }
      : {
          ArrowDown: () => timeline.moved(1, extend),
          ArrowUp: () => timeline.moved(-1, extend),
          PageDown: () => page(1, extend),
          PageUp: () => page(-1, extend),
          Home: () => timeline.moved(-far, extend),
          End: () => timeline.moved(far, extend),
          Escape: timeline.selectionDropped,
          ' ': () => active !== undefined && timeline.pointed(active, 'toggle'),
          c: () => void timeline.copyRequested('text', language),
          t: () => void timeline.copyRequested('table', language),
          o: timeline.overdueToggled,
        };
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const isMarked = command && key === 'c' && window.getSelection()?.isCollapsed === false;
    const run = isMarked || (extend && key.length === 1) ? undefined : keys[key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  }

  function onClick(event: MouseEvent) {
    const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-key]');
    const key = row ? row.dataset.key : undefined;
    // A text that was marked with the mouse is not a row that was meant.
    if (!key || !(window.getSelection()?.isCollapsed ?? true)) return;
    timeline.pointed(key, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone');
  }

  const first = [...rows.overdue, ...rows.past, ...rows.upcoming][0]?.key;
  const drawn = (some: readonly TimelineRow[], stale: boolean) =>
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
  const period = (which: BookingPeriod, side: BookingsOf) => (
    <PeriodRows
      period={which}
      side={side}
      onMore={() => more(which)}
      onRetry={() => void props.store.getState().retried(which)}
      onDetails={() => props.onDetails(which)}
    >
      {drawn(rows[which], side.content.state === 'failed')}
    </PeriodRows>
  );
  return (
    <section className={styles.card} aria-labelledby="bookings-heading">
      <div className={styles.heading}>
        <h2 id="bookings-heading" className={styles.title}>
          {words.table}
        </h2>
        <span className={`${styles.subtitle} small muted`} aria-live="polite">
          {copied === 'refused'
            ? messages.diagnostics.notCopied
            : copied !== undefined
              ? words.copied(copied)
              : selected.size > 0
                ? words.selected(selected.size)
                : words.subtitle}
        </span>
        <Button
          look="quiet"
          className={styles.tool}
          action="overdueFirst"
          aria-pressed={overdueFirst}
          onClick={timeline.overdueToggled}
        >
          {words.overdueFirst}
        </Button>
        <Button
          look="quiet"
          className={styles.tool}
          action="copyRows"
          onClick={() => void timeline.copyRequested('text', language)}
        >
          {words.copyRows}
        </Button>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="group"
        aria-label={words.table}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => target.dataset.key && timeline.focused(target.dataset.key)}
        onClick={onClick}
      >
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
            {overdueFirst && (
              <tr className={`${styles.today} ${styles.overdue}`}>
                <td colSpan={columns}>{words.overdue(rows.overdue.length)}</td>
              </tr>
            )}
            {drawn(rows.overdue, past.content.state === 'failed')}
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
