import { type RefObject, useEffect } from 'react';
import type { Desk } from './desk/desk';

/**
 * Copies through main, which clears the clipboard after the call, and pastes text outside of fields into the search
 * box.
 */
export function useClipboard(desk: Desk, input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const text = selectedText(event.target);
      if (text === '') return;
      event.preventDefault();
      void desk.copy({ text });
      if (event.type !== 'cut' || !(event.target instanceof HTMLInputElement)) return;
      event.target.setRangeText('');
      event.target.dispatchEvent(new Event('input', { bubbles: true }));
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

/** The selected text of a field or of the page. A password field does not copy. */
function selectedText(target: EventTarget | null): string {
  if (target instanceof HTMLInputElement)
    return target.type === 'password'
      ? ''
      : target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0);
  return window.getSelection()?.toString() ?? '';
}
