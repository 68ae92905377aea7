import type { RefObject } from 'react';
import { useStore } from 'zustand';
import { maxHeldCalls } from '../preload/contract/calls';
import { Button } from './components/button';
import { Wordmark } from './components/wordmark';
import styles from './console.module.css';
import type { Stores } from './desk/stores';
import { CallTimer } from './features/call/call-timer';
import { SearchBox } from './features/search/search-box';
import type { FixedActions } from './fixed-actions';
import { useLanguage } from './messages/language';

/** The top of the desk: the search box, the timer of the call, Hold and New call. */
export function DeskHeader(props: {
  stores: Stores;
  input: RefObject<HTMLInputElement | null>;
  actions: FixedActions;
  /** Whether the list of readings is open. */
  picking: boolean;
  onPicking: (open: boolean) => void;
  onHold: () => void;
}) {
  const { messages } = useLanguage();
  const { stores, input, actions } = props;
  const isHeld = useStore(stores.call, ({ held }) => held.length > 0);
  const mayHold = useStore(
    stores.call,
    ({ startedAt, held }) => startedAt !== undefined && held.length < maxHeldCalls,
  );
  return (
    <header className={styles.top} data-region>
      <div className={styles.mark}>
        <Wordmark />
      </div>
      <SearchBox
        store={stores.search}
        input={input}
        picking={props.picking}
        onPicking={props.onPicking}
        onWhere={() => stores.overlay.setState({ open: 'where' })}
      />
      <div className={styles.call}>
        <CallTimer store={stores.call} />
        <Button
          look="quiet"
          className={styles.hold}
          action={isHeld ? undefined : 'hold'}
          disabled={!mayHold}
          onClick={() => {
            props.onHold();
            actions.search();
          }}
        >
          {messages.call.hold}
        </Button>
        <Button action="newCall" onClick={actions.newCall}>
          {messages.console.newCall}
        </Button>
      </div>
    </header>
  );
}
