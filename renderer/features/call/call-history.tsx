import { type StoreApi, useStore } from 'zustand';
import type { Action } from '../../actions';
import { KeyHint } from '../../components/key-hint';
import { useKeyOf } from '../../components/platform';
import { useLanguage } from '../../messages/language';
import styles from './call.module.css';
import type { CallState } from './call-store';

/** Buttons that go back and forward among the customers of this call. */
export function CallHistory(props: {
  store: StoreApi<CallState>;
  onBack: () => void;
  onForward: () => void;
}) {
  const words = useLanguage().messages.call;
  const hasEarlier = useStore(props.store, (state) => state.hasEarlier);
  const hasLater = useStore(props.store, (state) => state.hasLater);
  return (
    // Takes its place from the first customer on, so that nothing moves when the second one opens.
    <nav
      className={`${styles.history} ${hasEarlier || hasLater ? '' : styles.hidden}`}
      aria-label={words.history}
    >
      <Step action="back" words={words.back} onClick={hasEarlier ? props.onBack : undefined} />
      <Step action="forward" words={words.forward} onClick={hasLater ? props.onForward : undefined} />
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
