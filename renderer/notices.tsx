import { useState } from 'react';
import { useStore } from 'zustand';
import type { Actions } from './actions';
import { AsOf } from './components/as-of';
import { Button } from './components/button';
import { Notice } from './components/notice';
import styles from './console.module.css';
import type { Desk } from './desk/desk';
import { LookupBanner } from './features/call/lookup-banner';
import { KeyPrompt } from './features/connection/key-prompt';
import { ProxyPrompt } from './features/connection/proxy-prompt';
import { useLanguage } from './messages/language';
import { useDataAge } from './use-data-age';

/** Notices about the whole window, below its header. */
export function Notices({ desk, actions }: { desk: Desk; actions: Actions }) {
  const { messages } = useLanguage();
  const words = messages.console;
  const { stores, start } = desk;
  const offline = useStore(stores.online, (state) => state.offline);
  const demo = useStore(stores.connection, (state) => state.connection.mode === 'demo');
  const asOf = useDataAge(desk);
  const [recovered, setRecovered] = useState(start.recovered === true);
  return (
    <div className={styles.notices}>
      <LookupBanner
        store={stores.call}
        onTake={() => actions.takeLookup?.()}
        onDismiss={() => actions.dismissLookup?.()}
      />
      <KeyPrompt store={stores.connection} />
      <ProxyPrompt store={stores.proxy} />
      {offline && !demo && (
        <Notice label={words.network}>
          <strong>{words.offline}</strong> {asOf === undefined ? words.offlineHint : <AsOf time={asOf} />}
        </Notice>
      )}
      {recovered && (
        <Notice
          label={words.recovery}
          actions={
            <Button look="quiet" onClick={() => setRecovered(false)}>
              {messages.diagnostics.close}
            </Button>
          }
        >
          <strong>{words.recovered}</strong> {start.lookup ? words.recoveredCustomer : words.recoveredEmpty}
        </Notice>
      )}
    </div>
  );
}
