import { type StoreApi, useStore } from 'zustand';
import type { Action } from '../../actions';
import { KeyHint } from '../../components/key-hint';
import { useKeyOf } from '../../components/platform';
import { useLanguage } from '../../messages/language';
import styles from './call.module.css';
import type { CallState } from './call-store';

/** Buttons that go back and forward among the customers of this call; a direction without an action is disabled. */
export function CallHistory(props: {
  store: StoreApi<CallState>;
  onBack: (() => void) | undefined;
  onForward: (() => void) | undefined;
}) {
  const words = useLanguage().messages.call;
  const isAlone = useStore(props.store, ({ hasEarlier, hasLater }) => !hasEarlier && !hasLater);
  return (
    // Takes its place from the first customer on, so that nothing moves when the second one opens.
    <nav className={`${styles.history} ${isAlone ? styles.hidden : ''}`} aria-label={words.history}>
      <Step action="back" words={words.back} onClick={props.onBack} />
      <Step action="forward" words={words.forward} onClick={props.onForward} />
    </nav>
  );
}

function Step(props: { action: Action; words: string; onClick: (() => void) | undefined }) {
  const { hint, aria } = useKeyOf(props.action);
  return (
    <button
      type="button"
      className={`${styles.step} small`}
      aria-keyshortcuts={aria}
      aria-disabled={!props.onClick}
      onClick={props.onClick}
    >
      {props.words} <KeyHint>{hint ?? ''}</KeyHint>
    </button>
  );
}
