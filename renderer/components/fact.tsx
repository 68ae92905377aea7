import type { KeyboardEvent } from 'react';
import { maskedText } from '../format/mask';
import { useLanguage } from '../messages/language';
import { useCopyStore } from './copying';
import styles from './fact.module.css';

/**
 * A fact that is copied as a whole, as it is shown: by a click, by Enter, or from the menu of the right mouse button. A masked
 * fact is not copied and says so. Text can be selected by dragging.
 */
export function Fact(props: {
  /** Name of the fact in the middle of a sentence. */
  what: string;
  value: string;
  masked?: boolean;
  className?: string | undefined;
}) {
  const { messages } = useLanguage();
  const { what, value, masked = false } = props;
  const store = useCopyStore();
  const copy = () => {
    const { copyRequested, maskedPressed } = store.getState();
    if (masked) maskedPressed();
    else void copyRequested(what, value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    // A table or list around the fact has keys of its own.
    event.stopPropagation();
    copy();
  };
  return (
    // No <button>: the text of one cannot be selected by dragging.
    <span
      role="button"
      tabIndex={0}
      title={masked ? undefined : messages.copying.copy(what)}
      data-copy={masked ? undefined : what}
      className={[styles.fact, masked ? styles.masked : 'selectable', props.className]
        .filter(Boolean)
        .join(' ')}
      // A click that ends a selection by dragging copies nothing.
      onClick={() => (window.getSelection()?.isCollapsed ?? true) && copy()}
      // A double click selects a word by default, which loses the minus of an amount.
      onDoubleClick={({ currentTarget }) => window.getSelection()?.selectAllChildren(currentTarget)}
      onKeyDown={onKeyDown}
    >
      {masked ? (
        <>
          <span aria-hidden="true">{maskedText}</span>
          <span className="visually-hidden">{messages.verification.masked}</span>
        </>
      ) : (
        value
      )}
    </span>
  );
}
