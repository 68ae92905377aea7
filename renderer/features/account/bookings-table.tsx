import { type MouseEvent, type RefObject, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { formatDate, today } from '../../format/date';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import { BookingRow } from './booking-row';
import type { BookingsStores } from './bookings-store';
import styles from './bookings-table.module.css';
import { BookingsToolbar } from './bookings-toolbar';
import { widestTexts } from './column-widths';
import { tabId } from './filter-tabs';
import { columns, periodItems, type TableItem, wide } from './period-items';
import { onTableKey } from './table-keys';
import { inOrder, type Timeline, type TimelineRow, timelineOf } from './timeline';
import type { TimelineState } from './timeline-store';
import { useDrawnRows } from './use-drawn-rows';
import { useScrollToToday } from './use-scroll-to-today';

/** Upcoming and past bookings in one table, newest first, scrolled to today. Only rows in view are drawn. */
export function BookingsTable(props: { stores: BookingsStores; timeline: StoreApi<TimelineState> }) {
  const language = useLanguage();
  const [headingId, panelId] = [useId(), useId()];
  const past = useStore(props.stores.past);
  const upcoming = useStore(props.stores.upcoming);
  const timeline = useStore(props.timeline);
  const { active, selected, overdueFirst, filter, query } = timeline;
  const day = today();
  const rows = useMemo(
    () => timelineOf(past, upcoming, { overdueFirst, filter, query }, day),
    [past, upcoming, overdueFirst, filter, query, day],
  );
  const items = useItems(props.stores, timeline, rows, day);
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const onSearch = () => search.current?.focus();
  const focusable = useMemo(() => {
    const all = [...rows.overdue, ...rows.past, ...rows.upcoming];
    return (all.find(({ key }) => key === active) ?? all[0])?.key;
  }, [rows, active]);
  const { drawn, below, measure, scrollTop, startOf } = useDrawnRows(scroller, items, focusable);
  const hasUpcoming = known(upcoming.content) !== undefined || upcoming.content.state === 'failed';
  const isSearched = query.trim() !== '';
  const shown = hasUpcoming ? `${overdueFirst} ${filter} ${query}` : undefined;
  const rowsAbove = items.findIndex(({ key }) => key === todayKey);
  const start = startOf(rowsAbove);
  useScrollToToday(scroller, shown, overdueFirst || isSearched, { scrollTop, start, rowsAbove });
  useFocusOn(scroller, active);
  useWishedFocus(
    scroller,
    timeline,
    [past, upcoming].every(({ content }) => content.state !== 'loading') && inOrder(rows).length === 0,
  );
  const hasMore = past.nextOffset !== undefined || upcoming.nextOffset !== undefined;
  const isStale = ({ period }: TimelineRow) =>
    (period === 'past' ? past : upcoming).content.state === 'failed';
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <BookingsToolbar
        id={headingId}
        panelId={panelId}
        timeline={timeline}
        rows={rows}
        hasMore={hasMore}
        search={search}
        onEnterRows={() => focusRow(scroller)}
      />
      <div
        ref={scroller}
        id={panelId}
        className={styles.scroller}
        role="tabpanel"
        data-scroller
        aria-labelledby={tabId(panelId, filter)}
        onKeyDown={(event) => onTableKey(event, { timeline, rows, language, past, upcoming, onSearch })}
        onFocus={({ target }) => target.dataset.key && timeline.focused(target.dataset.key)}
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onClick={(event) => onRowClick(event, timeline)}
      >
        <table className={styles.table} aria-labelledby={headingId} aria-rowcount={items.length + 1}>
          <ColumnHeadings stores={props.stores} />
          <tbody className="number">
            {drawn.flatMap(({ item, index, gap }) => [
              gap > 0 && <Gap key={`above ${item.key}`} height={gap} />,
              item.row ? (
                <BookingRow
                  key={item.key}
                  row={item.row}
                  index={index}
                  stale={isStale(item.row)}
                  selected={selected.has(item.key)}
                  focusable={item.key === focusable}
                  measure={measure}
                />
              ) : (
                <tr
                  key={item.key}
                  ref={measure}
                  className={item.className}
                  data-index={index}
                  data-today={item.key === todayKey || undefined}
                  aria-rowindex={index + 2}
                >
                  {item.cells}
                </tr>
              ),
            ])}
            {below > 0 && <Gap height={below} />}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const todayKey = 'today';

/** All rows of the table from top to bottom. */
function useItems(stores: BookingsStores, timeline: TimelineState, rows: Timeline, day: string): TableItem[] {
  const { messages, locale } = useLanguage();
  const words = messages.bookings;
  const past = useStore(stores.past);
  const upcoming = useStore(stores.upcoming);
  const { overdueFirst, filter, query } = timeline;
  return useMemo(() => {
    const overdue: TableItem[] = overdueFirst
      ? [
          {
            key: 'overdue',
            className: `${styles.today} ${styles.overdue}`,
            cells: <td colSpan={columns}>{words.overdue(rows.overdue.length)}</td>,
          },
          ...rows.overdue.map((row) => ({ key: row.key, row })),
        ]
      : [];
    const isNoneShown =
      rows.counts.all > 0 && inOrder(rows).length === 0 && (filter !== 'all' || query !== '');
    const none: TableItem[] = isNoneShown
      ? [{ key: 'none', cells: wide(<span className={`${styles.none} muted`}>{words.noneShown}</span>) }]
      : [];
    return [
      ...overdue,
      ...periodItems('upcoming', upcoming, rows.upcoming, words),
      {
        key: todayKey,
        className: styles.today,
        cells: <td colSpan={columns}>{words.today(formatDate(day, locale, 'long'))}</td>,
      },
      ...none,
      ...periodItems('past', past, rows.past, words),
    ];
  }, [past, upcoming, overdueFirst, filter, query, rows, words, locale, day]);
}

/** The place of rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without tabindex takes no focus.
    <tr data-gap aria-hidden="true">
      <td colSpan={columns} className={styles.gap} style={{ height }} />
    </tr>
  );
}

function ColumnHeadings({ stores }: { stores: BookingsStores }) {
  const language = useLanguage();
  const words = language.messages.bookings;
  const past = known(useStore(stores.past, ({ content }) => content))?.value;
  const upcoming = known(useStore(stores.upcoming, ({ content }) => content))?.value;
  const widest = useMemo(
    () => widestTexts([...(past ?? []), ...(upcoming ?? [])], language),
    [past, upcoming, language],
  );
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className={styles.due} data-widest={widest.due}>
          {words.due}
        </th>
        <th className={styles.description}>{words.description}</th>
        <th className={styles.money} data-widest={widest.amount}>
          {words.amount}
        </th>
        <th className={styles.money} data-widest={widest.open}>
          {words.open}
        </th>
      </tr>
    </thead>
  );
}

function onRowClick(event: MouseEvent, timeline: TimelineState): void {
  const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-key]');
  const key = row ? row.dataset.key : undefined;
  // A click that ends a text selection does not select the row.
  if (!row || !key || !(window.getSelection()?.isCollapsed ?? true)) return;
  timeline.pointed(key, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone');
  row.focus();
}

function focusRow(scroller: RefObject<HTMLElement | null>): boolean {
  const row = scroller.current?.querySelector<HTMLElement>('[data-key][tabindex="0"]');
  row?.focus();
  // A row that is not visible yet takes no focus.
  return row !== null && row !== undefined && row === document.activeElement;
}

/** Moves the focus to the active row, if the focus is in the table. */
function useFocusOn(scroller: RefObject<HTMLElement | null>, active: string | undefined): void {
  // Read before the commit, which may remove the row that has the focus.
  const isInside = scroller.current?.contains(document.activeElement) ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another active row takes the focus.
  useLayoutEffect(() => {
    if (active === undefined || !isInside) return;
    scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(active)}"]`)?.focus();
  }, [scroller, active]);
}

/** Gives the focus to the table when it was asked for before there were rows. */
function useWishedFocus(
  scroller: RefObject<HTMLElement | null>,
  { wishes, focusDecided }: TimelineState,
  hasNoRows: boolean,
): void {
  useEffect(() => {
    if (!wishes.has('focus')) return;
    if (focusRow(scroller)) focusDecided(true);
    else if (hasNoRows) focusDecided(false);
  });
}
