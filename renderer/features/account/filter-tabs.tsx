import { type KeyboardEvent, useId } from 'react';
import { useLanguage } from '../../messages/language';
import styles from './bookings-toolbar.module.css';
import { type Filter, filters, type Timeline } from './timeline';

/** Tabs that choose which bookings are shown. The arrow keys move among them. */
export function FilterTabs(props: {
  timeline: Timeline;
  chosen: Filter;
  onChoose: (filter: Filter) => void;
  /** Whether more bookings can be loaded, so that the numbers may grow. */
  hasMore: boolean;
  /** ID of what the tabs control. */
  panelId: string;
  /** Called when the agent reaches the tab of fees and leaves it, while there is nothing to choose by. */
  onUnavailable: (reached: boolean) => void;
}) {
  const words = useLanguage().messages.bookings;
  const reasonId = useId();
  const { isLoaded, counts, knowsFees } = props.timeline;
  const isOff = (filter: Filter) => filter === 'fees' && counts.all > 0 && !knowsFees;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = tabs.findIndex((tab) => tab.matches(':focus'));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs.at(to === tabs.length ? 0 : to);
    next?.focus();
    next?.click();
  }

  return (
    <div role="tablist" aria-label={words.filters} className={styles.tabs} onKeyDown={onKeyDown}>
      {filters.map((filter) => (
        <button
          key={filter}
          type="button"
          role="tab"
          id={tabId(props.panelId, filter)}
          className={styles.tab}
          aria-selected={filter === props.chosen}
          aria-controls={props.panelId}
          aria-disabled={isOff(filter) || undefined}
          aria-describedby={isOff(filter) ? reasonId : undefined}
          title={isOff(filter) ? words.noChargeTypes : undefined}
          tabIndex={filter === props.chosen ? 0 : -1}
          onClick={() => !isOff(filter) && props.onChoose(filter)}
          onFocus={() => props.onUnavailable(isOff(filter))}
          onBlur={() => props.onUnavailable(false)}
        >
          {words.filter[filter]}
          {isLoaded && !isOff(filter) && (
            <span className={styles.count} aria-hidden="true">
              {counts[filter]}
              {props.hasMore && '+'}
            </span>
          )}
        </button>
      ))}
      <span id={reasonId} hidden>
        {words.noChargeTypes}
      </span>
    </div>
  );
}

export const tabId = (panelId: string, filter: Filter) => `${panelId}-${filter}`;
