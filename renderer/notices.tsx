import { useState } from 'react';
import { useStore } from 'zustand';
import { AsOf } from './components/as-of';
import { Button } from './components/button';
import { Notice } from './components/notice';
import { studioName, useStudios } from './components/studios';
import styles from './console.module.css';
import type { Desk } from './desk/desk';
import { DeskCleared, IdleCountdown } from './features/call/away-notices';
import { HeldCalls } from './features/call/held-calls';
import { LookupBanner, UnnumberedCall } from './features/call/lookup-banner';
import { KeyPrompt } from './features/connection/key-prompt';
import { ProxyPrompt } from './features/connection/proxy-prompt';
import type { FixedActions } from './fixed-actions';
import { useLanguage } from './messages/language';
import { useDataAge } from './use-data-age';

/** Notice that a lookup from outside named a studio that this desk does not know. */
function UnknownStudio({ desk }: { desk: Desk }) {
  const { messages } = useLanguage();
  const unknown = useStore(desk.stores.search, (state) => state.unknownStudio);
  if (unknown === undefined) return null;
  return (
    <Notice label={messages.where.unknown}>
      <strong>{messages.where.unknownStudio(unknown)}</strong> {messages.where.searchedAll}
    </Notice>
  );
}

/** Notice that the open customer has moved to another studio. */
function Moved({ desk }: { desk: Desk }) {
  const { messages } = useLanguage();
  const studios = useStudios();
  const movedTo = useStore(desk.stores.found, (state) => state.movedTo);
  if (movedTo === undefined) return null;
  return (
    <Notice label={messages.customer.moved} look="calm">
      {messages.customer.movedTo(studioName(movedTo, studios, messages))}
    </Notice>
  );
}

/** Notice of the studio that was connected last. */
function Connected({ desk }: { desk: Desk }) {
  const { messages } = useLanguage();
  const { connected, noticeClosed } = useStore(desk.stores.connection);
  if (!connected) return null;
  return (
    <Notice
      label={messages.studios.connected}
      look="calm"
      actions={
        <Button look="quiet" onClick={noticeClosed}>
          {messages.diagnostics.close}
        </Button>
      }
    >
      {messages.studios.connectedTo(connected.name)}
    </Notice>
  );
}

/** Countdown before an idle desk is cleared. */
function Idle({ desk }: { desk: Desk }) {
  const { call, customer, search } = desk.stores;
  const isOpen = useStore(customer, (state) => state.key !== undefined);
  const isTyped = useStore(search, (state) => state.text !== '');
  const isHeld = useStore(call, (state) => state.held.length > 0);
  return <IdleCountdown store={call} isEmpty={!isOpen && !isTyped && !isHeld} />;
}

/** Notices about the whole window, below its header. */
export function Notices({ desk, actions }: { desk: Desk; actions: FixedActions }) {
  const { messages } = useLanguage();
  const words = messages.console;
  const { stores, start } = desk;
  const offline = useStore(stores.online, (state) => state.offline);
  const demo = useStore(stores.connection, (state) => state.connection.mode === 'demo');
  const asOf = useDataAge(desk);
  const [recovered, setRecovered] = useState(start.recovered === true);
  return (
    <div className={styles.notices}>
      <Idle desk={desk} />
      <DeskCleared store={stores.call} />
      <HeldCalls store={stores.call} onTakeBack={desk.takeBack} />
      <LookupBanner store={stores.call} onTake={actions.takeLookup} onDismiss={actions.dismissLookup} />
      <UnnumberedCall store={stores.call} />
      <UnknownStudio desk={desk} />
      <Moved desk={desk} />
      <Connected desk={desk} />
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
          <strong>{words.recovered}</strong> {start.lookup ? words.recoveredCustomer : words.recoveredEmpty}{' '}
          {start.heldLost !== undefined && words.heldLost(start.heldLost)}
        </Notice>
      )}
    </div>
  );
}
