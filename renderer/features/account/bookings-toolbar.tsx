import { type KeyboardEvent, type ReactNode, type RefObject, useMemo, useState } from 'react';
import { bookingSums } from '../../bookings/open-amounts';
import { Button } from '../../components/button';
import { formatMoney } from '../../format/money';
import { type Language, useLanguage } from '../../messages/language';
import styles from './bookings-toolbar.module.css';
import { FilterTabs } from './filter-tabs';
import { inOrder, rowsToCopy, type Timeline } from './timeline';
import type { TimelineState } from './timeline-store';

/** Heading of the bookings table: filters and search, what is selected or was copied, and what can be done with the rows. */
export function BookingsToolbar(props: {
  id: string;
  panelId: string;
  timeline: TimelineState;
  rows: Timeline;
  /** Whether more bookings can be loaded. */
  hasMore: boolean;
  /** The search field. */
  search: RefObject<HTMLInputElement | null>;
  /** Moves the focus to the rows. */
  onEnterRows: () => void;
}) {
  const language = useLanguage();
  const words = language.messages.bookings;
  const { timeline, rows } = props;
  const [isUnavailable, setUnavailable] = useState(false);
  const { selected, active } = timeline;
  const copying = useMemo(() => rowsToCopy(inOrder(rows), { selected, active }), [rows, selected, active]);

  function onSearchKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter') props.onEnterRows();
    else if (event.key === 'Escape') timeline.searched('');
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.toolbar}>
      <h2 id={props.id} className={styles.title}>
        {words.table}
      </h2>
      <FilterTabs
        timeline={rows}
        chosen={timeline.filter}
        onChoose={timeline.filterChosen}
        hasMore={props.hasMore}
        panelId={props.panelId}
        onUnavailable={setUnavailable}
      />
      <input
        ref={props.search}
        type="search"
        className={styles.search}
        aria-label={words.search}
        placeholder={words.searchHint}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={timeline.query}
        onChange={(event) => timeline.searched(event.target.value)}
        onKeyDown={onSearchKey}
      />
      <span className={`${styles.status} small muted`} aria-live="polite">
        {isUnavailable ? words.noChargeTypes : status(timeline, rows, language)}
      </span>
      <span className={styles.tools}>
        <Button
          look="quiet"
          className={styles.tool}
          action="overdueFirst"
          aria-pressed={timeline.overdueFirst}
          onClick={timeline.overdueToggled}
        >
          {words.overdueFirst}
        </Button>
        <Button
          look="quiet"
          className={styles.tool}
          action="copyRows"
          aria-disabled={copying.length === 0}
          onClick={() => void timeline.copyRequested('text', language)}
        >
          {rows.isLoaded ? words.copyRows(copying.length) : language.messages.actions.copyRows}
        </Button>
      </span>
    </div>
  );
}

/** What the agent has just done, has selected or has filtered. */
function status(timeline: TimelineState, rows: Timeline, language: Language): ReactNode {
  const { messages } = language;
  const words = messages.bookings;
  const { copied, refused, selected, filter, query, overdueFirst } = timeline;
  if (copied === 'refused') return messages.diagnostics.notCopied;
  if (copied !== undefined) return words.copied(copied);
  if (refused !== undefined) return words.refused[refused];
  if (selected.size > 0) return <Selection timeline={timeline} rows={rows} />;
  const shown = rows.overdue.length + rows.upcoming.length + rows.past.length;
  if (query.trim() !== '') return words.found(shown, rows.counts.all);
  if (filter !== 'all') return words.filtered[filter](shown, rows.counts.all);
  return overdueFirst ? words.subtitleOverdue : words.subtitle;
}

/** Number of the selected rows and their exact sums. */
function Selection({ timeline, rows }: { timeline: TimelineState; rows: Timeline }) {
  const { messages, locale } = useLanguage();
  const words = messages.bookings;
  const selected = rowsToCopy(inOrder(rows), timeline);
  const sums = bookingSums(selected.map(({ booking }) => booking));
  const parts = [
    ...sums.amounts.map((money) => formatMoney(money, locale)),
    ...sums.open.map((money) => `${words.openWord} ${formatMoney(money, locale)}`),
    sums.withoutAmount > 0 && words.withoutAmount(sums.withoutAmount),
    sums.withoutOpen > 0 && words.withoutOpen(sums.withoutOpen),
  ].filter((part) => part !== false);
  return [words.selected(selected.length), ...parts].map((part, index) => (
    // Wraps between the parts only.
    <span key={part} className={`${styles.part} number`}>
      {part}
      {index === 0 ? ': ' : index < parts.length && ' · '}
    </span>
  ));
}
