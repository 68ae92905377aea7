import { type StoreApi, useStore } from 'zustand';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { areSeveral, studioName, useStudios } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import type { CallState } from './call-store';

/** Banner for a lookup from outside during a call. It takes neither the focus nor the screen. */
export function LookupBanner(props: {
  store: StoreApi<CallState>;
  onTake: () => void;
  onDismiss: () => void;
}) {
  const { messages } = useLanguage();
  const words = messages.call;
  const waiting = useStore(props.store, (state) => state.waiting);
  const studios = useStudios();
  if (!waiting) return null;
  const where =
    waiting.unknownStudio === undefined
      ? waiting.studio && areSeveral(studios) && studioName(waiting.studio, studios, messages)
      : messages.where.unknownStudio(waiting.unknownStudio);
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
      {where && ` · ${where}`}
    </Notice>
  );
}
