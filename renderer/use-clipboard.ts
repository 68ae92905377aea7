import { type RefObject, useEffect } from 'react';
import type { Desk } from './desk/desk';

/**
 * Copies through main, which clears the clipboard after the call, and pastes text outside of fields into the search
 * box.
 */
export function useClipboard(desk: Desk, input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const text = selectedText(event.target, input.current);
      if (text === '') return;
      event.preventDefault();
      void desk.copy({ text });
      const box = input.current;
      if (event.type !== 'cut' || event.target !== box || !box) return;
      box.setRangeText('');
      desk.stores.search.getState().typed(box.value);
    };
    const onPaste = (event: ClipboardEvent) => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if (isField || document.querySelector('dialog[open]')) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      event.preventDefault();
      input.current?.focus();
      desk.stores.search.getState().typed(text.replace(/\s+/g, ' ').trim().slice(0, 200));
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [desk, input]);
}

/**
 * The selected text of the page or of the search box. Other fields contain no customer data and copy on their own.
 */
function selectedText(target: EventTarget | null, box: HTMLInputElement | null): string {
  if (target === box && box) return box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0);
  return target instanceof HTMLInputElement ? '' : (window.getSelection()?.toString() ?? '');
}
