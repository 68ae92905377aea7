import type { ClipboardEvent } from 'react';

/**
 * Keeps pasted text unchanged. A text field would drop a line break and join two halves of a key; main must see the
 * break to report it.
 */
export function pastedVerbatim(take: (text: string) => void) {
  return (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain').trim();
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    take(text);
  };
}
