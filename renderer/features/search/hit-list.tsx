import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type StoreApi, useStore } from 'zustand';
import type { SearchHit } from '../../../preload/contract/domain';
import { hitKey } from '../../../preload/contract/hit-order';
import { areSeveral, studioName, useStudios } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import { ResultOption } from './result-option';
import styles from './results.module.css';
import { listId, optionId } from './search-box';
import type { SearchState } from './search-state';

/** Rows rendered above and below the visible ones, so that fast scrolling shows no gap. */
const spare = 6;

/** List of the hits. Only visible rows are rendered, because an answer may contain thousands. */
export function HitList(props: {
  store: StoreApi<SearchState>;
  hits: readonly SearchHit[];
  shownFor: string;
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
  const [view, setView] = useState({ top: 0, height: 0, row: 51 });
  const first = Math.max(0, Math.floor(view.top / view.row) - spare);
  const last = Math.min(hits.length, Math.ceil((view.top + view.height) / view.row) + spare);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      // All rows have the same height: names and facts are truncated and never wrap.
      const row = element.querySelector<HTMLElement>('[role=option]')?.offsetHeight || 51;
      setView({ top: element.scrollTop, height: element.clientHeight, row });
    };
    element.addEventListener('scroll', measure, { passive: true });
    // Also measured before the first paint, after the layout; measuring earlier would cause a second layout.
    const sizes = new ResizeObserver(() => flushSync(measure));
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      sizes.disconnect();
    };
  }, []);

  /** Updated immediately, so that the next key press starts from it. */
  function scrollTo(top: number) {
    if (list.current) list.current.scrollTop = top;
    setView((before) => ({ ...before, top }));
  }

  // A new list starts at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text means another list.
  useLayoutEffect(() => {
    if (view.top > 0) scrollTo(0);
  }, [props.shownFor]);

  // Uses the measured height; reading it from the list would cause another layout.
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolling by hand must not scroll back.
  useLayoutEffect(() => {
    if (active < 0 || view.height === 0) return;
    const top = active * view.row;
    const bottom = top + view.row - view.height;
    if (view.top > top) scrollTo(top);
    else if (view.top < bottom) scrollTo(bottom);
  }, [active, view.row, view.height]);

  // The active row is rendered for screen readers even when it is scrolled out of view.
  const drawn = new Set(Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index));
  if (active >= 0 && active < hits.length) drawn.add(active);
  return (
    // The search box keeps the focus and names the active option; see ARIA 1.2, aria-activedescendant.
    <div id={listId} ref={list} role="listbox" aria-label={messages.search.list} className={styles.list}>
      <div role="presentation" className={styles.all} style={{ height: hits.length * view.row }}>
        {[...drawn].map((index) => {
          const hit = hits[index];
          return (
            hit && (
              <ResultOption
                key={hitKey(hit)}
                id={optionId(index)}
                hit={hit}
                place={index + 1}
                of={hits.length}
                top={index * view.row}
                active={index === active}
                open={hitKey(hit) === props.openKey}
                studioName={showStudio ? studioName(hit.studio, studios, messages) : undefined}
                askedText={props.shownFor}
                onChoose={() => chosen(hit)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
