import { defaultRangeExtractor, elementScroll, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { memo, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { SearchHit } from '../../../preload/contract/domain';
import { hitKey } from '../../../preload/contract/hit-order';
import { offsetFromNow, reportedHeight, useListScroll } from '../../components/list-scroll';
import { areSeveral, studioName, useStudios } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import { ResultOption } from './result-option';
import styles from './results.module.css';
import { listId, optionId } from './search-box';
import type { SearchState } from './search-state';

/** Rows rendered at least above and below the visible ones, so that fast scrolling shows no gap. */
const spare = 3;

/** Rows that are rendered together: most frames of scrolling then change nothing, and the browser only moves the list. */
const block = 8;

/** Height of a hit of two lines, and of the line for the studio, in pixels, until the hit is measured. */
const usualHeight = { hit: 51, studio: 16 };

function wholeBlocks(range: Range): Range {
  const startIndex = Math.floor(Math.max(0, range.startIndex - spare) / block) * block;
  const endIndex = Math.min(range.count, Math.ceil((range.endIndex + 1 + spare) / block) * block) - 1;
  return { ...range, startIndex, endIndex, overscan: 0 };
}

/** What the browser reported last about the element that scrolls; null before that. */
interface View {
  scrollOffset: number | null;
  scrollRect: { height: number } | null;
}

function isInView({ scrollOffset, scrollRect }: View, row: { start: number; end: number }): boolean {
  if (scrollOffset === null || scrollRect === null) return false;
  return row.start >= scrollOffset && row.end <= scrollOffset + scrollRect.height;
}

/**
 * List of the hits. Only visible rows are rendered, because an answer may contain thousands, and none while only the text in the
 * box changes.
 */
export const HitList = memo(function HitList(props: {
  store: StoreApi<SearchState>;
  hits: readonly SearchHit[];
  shownFor: string;
  /** Identity of the list: of the same one, further hits are added. */
  listKey: string;
  /** The list that was drawn last. */
  drawn: RefObject<string | undefined>;
  /** Identity of the open customer. */
  openKey: string | undefined;
}) {
  const { messages } = useLanguage();
  const active = useStore(props.store, (state) => state.active);
  const inChain = useStore(props.store, (state) => state.scope === 'chain');
  const studios = useStudios();
  const showStudio = inChain || areSeveral(studios);
  const chosen = useStore(props.store, (state) => state.chosen);
  const list = useRef<HTMLDivElement>(null);
  const { hits } = props;
  const scroll = useListScroll(list);
  // A new function makes the virtualizer lay out all rows again.
  const height = showStudio ? usualHeight.hit + usualHeight.studio : usualHeight.hit;
  const estimateSize = useCallback(() => height, [height]);
  const getItemKey = useCallback((index: number) => (hits[index] ? hitKey(hits[index]) : index), [hits]);
  const virtual = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroll.element,
    scrollMargin: scroll.margin,
    estimateSize,
    measureElement: reportedHeight,
    observeElementOffset: offsetFromNow,
    // Keeps the rows in view in their place. Beyond the list the desk shows a customer, and stays as it is.
    scrollToFn: (offset, how, of) => {
      const to = offset + (how.adjustments ?? 0);
      if (to > 0 && to < scroll.margin + virtual.getTotalSize()) elementScroll(offset, how, of);
    },
    getItemKey,
    // The active row is rendered for screen readers even when it is scrolled out of view.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(wholeBlocks(range));
      const isElsewhere = active >= 0 && active < hits.length && !drawn.includes(active);
      return isElsewhere ? [...drawn, active].sort((a, b) => a - b) : drawn;
    },
  });

  // The offset that was known when the list was scrolled from here, and does not hold any more.
  const oldOffset = useRef<number | null>(null);
  const [, redraw] = useState(0);
  // Another list starts at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key means another list.
  useLayoutEffect(() => {
    if (!scroll.element) return;
    const isNew = props.drawn.current !== props.listKey;
    props.drawn.current = props.listKey;
    // At the top already, setting it would only make the browser lay the page out in the middle of a render.
    if (!isNew || virtual.scrollOffset === 0) return;
    // The only hit has opened, and the desk shows the customer.
    if (active >= 0 && scroll.element.hasAttribute('data-open')) return;
    scroll.element.scrollTop = 0;
    // The virtualizer hears of it with the next frame: until then it would draw the rows of the old place.
    virtual.scrollOffset = 0;
    redraw((count) => count + 1);
  }, [props.listKey, scroll.element]);

  const rows = virtual.getVirtualItems();
  const activeRow = rows.find(({ index }) => index === active);
  const isMovedByHand = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active row is followed again.
  useLayoutEffect(() => {
    isMovedByHand.current = false;
    const moved = () => {
      isMovedByHand.current = true;
    };
    const ways = ['wheel', 'pointerdown', 'touchmove'];
    for (const way of ways) scroll.element?.addEventListener(way, moved, { passive: true });
    return () => {
      for (const way of ways) scroll.element?.removeEventListener(way, moved);
    };
  }, [active, scroll.element]);
  const followed = useRef(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows above it that get their height move the active row.
  useLayoutEffect(() => {
    if (active < 0) followed.current = -1;
    if (active < 0 || isMovedByHand.current) return;
    // Where the desk scrolls as a whole, it shows the customer who is open until another row is active.
    if (active === followed.current && scroll.element?.hasAttribute('data-open')) return;
    followed.current = active;
    // Scrolling to a row that is in view would only make the browser lay the page out in the middle of a render.
    const isKnown = virtual.scrollOffset !== oldOffset.current;
    if (isKnown && activeRow && isInView(virtual, activeRow)) return;
    oldOffset.current = virtual.scrollOffset;
    // The virtualizer's own scrolling goes on for some frames, after the next key or the customer who opens.
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active, activeRow?.start, activeRow?.end, scroll.element]);

  return (
    // The search box keeps the focus and names the active option; see ARIA 1.2, aria-activedescendant.
    <div id={listId} ref={list} role="listbox" aria-label={messages.search.list}>
      <div role="presentation" className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const hit = hits[index];
          return (
            hit && (
              <ResultOption
                key={hitKey(hit)}
                id={optionId(index)}
                measure={virtual.measureElement}
                hit={hit}
                place={index + 1}
                of={hits.length}
                top={start - scroll.margin}
                active={index === active}
                open={hitKey(hit) === props.openKey}
                studioName={showStudio ? studioName(hit.studio, studios, messages) : undefined}
                askedText={props.shownFor}
                onChoose={chosen}
              />
            )
          );
        })}
      </div>
    </div>
  );
});
