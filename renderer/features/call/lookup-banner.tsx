import { type StoreApi, useStore } from 'zustand';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useLanguage } from '../../messages/language';
import type { CallState } from './call-store';

/** A lookup from outside that came in the middle of a call: it waits here, and takes neither focus nor screen. */
export function LookupBanner(props: {
  store: StoreApi<CallState>;
  onTake: () => void;
  onDismiss: () => void;
}) {
  const { messages } = useLanguage();
  const words = messages.call;
  const waiting = useStore(props.store, (state) => state.waiting);
  if (!waiting) return null;
  return (
    <Notice
      label={words.incoming}
      look="calm"
      actions={
        <>
          <Button look="primary" action="takeLookup" onClick={props.onTake}>
            {words.take}
          </Button>
          <Button look="quiet" action="dismissLookup" onClick={props.onDismiss}>
            {words.dismiss}
          </Button>
        </>
      }
    >
      <strong>{words.incoming}</strong> {words.incomingFor(waiting.text)}
    </Notice>
  );
}
