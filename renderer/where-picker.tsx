import { type StoreApi, useStore } from 'zustand';
import type { Studio } from '../preload/contract/studio';
import { useStudios } from './components/studios';
import { type Entry, type EntryGroup, Palette } from './features/palette/palette';
import { type SearchState, whereOf } from './features/search/search-state';
import { useLanguage } from './messages/language';

/** List of where to search (F4): all studios, those that were chosen last, and every studio; typing filters it. */
export function WherePicker({ store, onClose }: { store: StoreApi<SearchState>; onClose: () => void }) {
  const { messages, locale } = useLanguage();
  const words = messages.where;
  const studios = useStudios();
  const chosen = useStore(store, (state) => state.chosenStudios);
  const now = useStore(store, (state) => {
    const where = whereOf(state);
    return 'studio' in where ? where.studio : where.studios;
  });
  const { studioChosen } = store.getState();
  const entry = ({ ref, name, id, address }: Studio): Entry => ({
    id: ref,
    label: name,
    checked: ref === now,
    detail: `${new URL(address).host} · ${id}`,
    run: () => studioChosen(ref),
  });
  const recent = chosen.map((ref) => studios.find((each) => each.ref === ref)).filter((each) => !!each);
  const others = studios.filter((studio) => !recent.includes(studio));
  const groups: EntryGroup[] = [
    {
      label: words.all,
      entries: [
        {
          id: 'all',
          label: words.allStudios(studios.length),
          checked: now === 'all',
          run: () => studioChosen('all'),
        },
      ],
    },
    { label: words.recent, entries: recent.map(entry) },
    {
      label: words.studios,
      entries: others.toSorted((a, b) => a.name.localeCompare(b.name, locale, { numeric: true })).map(entry),
    },
  ];
  return (
    <Palette
      groups={groups}
      words={{ label: words.label, placeholder: words.placeholder, none: words.none }}
      onClose={onClose}
    />
  );
}
