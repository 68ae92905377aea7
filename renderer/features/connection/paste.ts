import type { ClipboardEvent } from 'react';

/**
 * Takes what is pasted as it is. A text field would silently drop a line break and join two halves of a key; so the
 * break stays, and main says what is wrong with it.
 */
export function pastedVerbatim(take: (text: string) => void) {
  return (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain').trim();
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    take(text);
  };
}
