import { Button } from '../../components/button';
import { type Language, useLanguage } from '../../messages/language';
import styles from './bookings-table.module.css';
import type { TimelineState } from './timeline-store';

/** Heading of the bookings table: what is selected or was copied, and what can be done with the rows. */
export function BookingsHeading({ id, timeline }: { id: string; timeline: TimelineState }) {
  const language = useLanguage();
  const words = language.messages.bookings;
  return (
    <div className={styles.heading}>
      <h2 id={id} className={styles.title}>
        {words.table}
      </h2>
      <span className={`${styles.subtitle} small muted`} aria-live="polite">
        {subtitle(timeline, language)}
      </span>
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
        onClick={() => void timeline.copyRequested('text', language)}
      >
        {words.copyRows}
      </Button>
    </div>
  );
}

function subtitle({ copied, selected, overdueFirst }: TimelineState, { messages }: Language): string {
  if (copied === 'refused') return messages.diagnostics.notCopied;
  if (copied !== undefined) return messages.bookings.copied(copied);
  if (selected.size > 0) return messages.bookings.selected(selected.size);
  return overdueFirst ? messages.bookings.subtitleOverdue : messages.bookings.subtitle;
}
