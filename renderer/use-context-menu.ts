import { useEffect } from 'react';
import type { CopyTarget } from './components/copy-store';
import type { Stores } from './desk/stores';
import type { Language } from './messages/language';

/** Tells main what can be copied where the agent opens the context menu, by the right mouse button or the menu key. */
export function useContextMenu(stores: Stores, language: Language): void {
  useEffect(() => {
    const onContextMenu = ({ target }: MouseEvent) => {
      const element = target instanceof Element ? target : undefined;
      stores.copies
        .getState()
        .menuOpened(element && (factAt(element, stores) ?? rowAt(element, stores, language)));
    };
    document.addEventListener('contextmenu', onContextMenu);
    return () => document.removeEventListener('contextmenu', onContextMenu);
  }, [stores, language]);
}

/** The fact or the customer of a list at this place, as it is shown. */
function factAt(element: Element, { copies }: Stores): CopyTarget | undefined {
  const fact = element.closest<HTMLElement>('[data-copy]');
  const { copy: what, text = fact?.textContent ?? '' } = fact?.dataset ?? {};
  return what ? { what, copy: () => void copies.getState().copyRequested(what, text) } : undefined;
}

/** The booking at this place, or all selected ones where it is one of them. */
function rowAt(element: Element, { timeline }: Stores, language: Language): CopyTarget | undefined {
  const key = element.closest<HTMLElement>('tr[data-key]')?.dataset.key;
  if (key === undefined) return undefined;
  const { selected, pointed, copyRequested } = timeline.getState();
  const isSelected = selected.has(key);
  return {
    what: language.messages.copying.rows(isSelected ? selected.size : 1),
    copy() {
      if (!isSelected) pointed(key, 'alone');
      void copyRequested('text', language);
    },
  };
}
