import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type StoreApi, useStore } from 'zustand';
import type { CustomerId, SearchHit } from '../../../preload/contract/domain';
import { useLanguage } from '../../messages/language';
import { ResultOption } from './result-option';
import styles from './results.module.css';
import { listId, optionId } from './search-box';
import type { SearchState } from './search-store';

/** Drawn beyond what is in view, so that a quick scroll shows no gap. */
const spare = 6;

/** The hits, of which only those in view are drawn: an answer may hold thousands. */
export function HitList(props: {
  store: StoreApi<SearchState>;
  hits: readonly SearchHit[];
  shownFor: string;
  openId: CustomerId | undefined;
}) {
  const { messages } = useLanguage();
  const active = useStore(props.store, (state) => state.active);
  const inChain = useStore(props.store, (state) => state.scope === 'chain');
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
      // Every row has the height of every other: names and facts are cut, never wrapped.
      const row = element.querySelector<HTMLElement>('[role=option]')?.offsetHeight || 51;
      setView({ top: element.scrollTop, height: element.clientHeight, row });
    };
    element.addEventListener('scroll', measure, { passive: true });
    // Told before the first paint as well, when all is laid out: to ask earlier would lay the page out twice.
    const sizes = new ResizeObserver(() => flushSync(measure));
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      sizes.disconnect();
    };
  }, []);

  /** Known at once, so that the next key starts from there. */
  function scrollTo(top: number) {
    if (list.current) list.current.scrollTop = top;
    setView((before) => ({ ...before, top }));
  }

  // Another list begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what makes it another list.
  useLayoutEffect(() => {
    if (view.top > 0) scrollTo(0);
  }, [props.shownFor]);

  // By what was measured: to ask the list itself would lay the page out once more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that is scrolled by hand is not scrolled back.
  useLayoutEffect(() => {
    if (active < 0 || view.height === 0) return;
    const top = active * view.row;
    const bottom = top + view.row - view.height;
    if (view.top > top) scrollTo(top);
    else if (view.top < bottom) scrollTo(bottom);
  }, [active, view.row, view.height]);

  // The active one is there for a screen reader even where it was scrolled out of sight.
  const drawn = new Set(Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index));
  if (active >= 0 && active < hits.length) drawn.add(active);
  return (
    // The searchbox holds the focus and names the active option; see ARIA 1.2, aria-activedescendant.
    <div id={listId} ref={list} role="listbox" aria-label={messages.search.list} className={styles.list}>
      <div role="presentation" className={styles.all} style={{ height: hits.length * view.row }}>
        {[...drawn].map((index) => {
          const hit = hits[index];
          return (
            hit && (
              <ResultOption
                key={hit.customer.id}
                id={optionId(index)}
                hit={hit}
                place={index + 1}
                of={hits.length}
                top={index * view.row}
                active={index === active}
                open={hit.customer.id === props.openId}
                showStudio={inChain}
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
