import { useEffect, useState } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { LookupRequest } from '../../../preload/contract/calls';
import { Button } from '../../components/button';
import { useMaskedInLists } from '../../components/masking';
import { Notice } from '../../components/notice';
import { areSeveral, studioName, useStudios } from '../../components/studios';
import { numberFormat } from '../../format/intl';
import { maskedPhone } from '../../format/mask';
import { type Language, useLanguage } from '../../messages/language';
import styles from './call.module.css';
import type { CallState } from './call-store';

/** Banner for a lookup from outside during a call. It takes neither the focus nor the screen. */
export function LookupBanner(props: {
  store: StoreApi<CallState>;
  onTake: () => void;
  onDismiss: () => void;
}) {
  const language = useLanguage();
  const words = language.messages.call;
  const { waiting, caller } = useStore(props.store);
  const studios = useStudios();
  const masked = useMaskedInLists().has('contact');
  const isCall = waiting?.caller !== undefined;
  const label = isCall ? words.incomingCall : words.incoming;
  const what = waiting && whatWaits(waiting, masked, language);
  const where =
    waiting?.unknownStudio === undefined
      ? waiting?.studio && areSeveral(studios) && studioName(waiting.studio, studios, language.messages)
      : language.messages.where.unknownStudio(waiting.unknownStudio);
  const who = waiting?.caller === 'number' ? whoCalls(caller, language) : undefined;
  const isFound = typeof caller === 'object' && 'id' in caller;
  const home =
    isFound && areSeveral(studios) && caller.studio !== waiting?.studio
      ? studioName(caller.studio, studios, language.messages)
      : undefined;
  const others = isFound && caller.others > 0 ? words.others(caller.others) : undefined;
  const about = [who, home, others].filter(Boolean);
  // A call is announced once, with its name, and not again for each part that becomes known.
  const isKnown = isCall && (waiting.caller !== 'number' || caller !== undefined);
  const announcement = isKnown ? [`${label} ${what}`, where, ...about].filter(Boolean).join('. ') : '';
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(announcement), [announcement]);

  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {waiting && (
        <Notice
          label={label}
          look="calm"
          isQuiet={isCall}
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
          <strong>{label}</strong> <span className="number">{what}</span>
          {where && ` · ${where}`}
          {waiting.caller === 'number' && (
            <div className={styles.who} title={about.join(' · ')}>
              {isFound ? <strong>{who}</strong> : <span className="muted">{who}</span>}
              {[home, others].filter(Boolean).map((part) => ` · ${part}`)}
            </div>
          )}
        </Notice>
      )}
    </>
  );
}

/** Notice that a call has come to an idle desk without a customer's number; the search box has the focus. */
export function UnnumberedCall({ store }: { store: StoreApi<CallState> }) {
  const { messages } = useLanguage();
  const { unnumbered, noticeClosed } = useStore(store);
  const caller = unnumbered?.caller;
  if (!unnumbered || caller === undefined || caller === 'number') return null;
  return (
    <Notice
      label={messages.call.newCall}
      look="calm"
      actions={
        <Button look="quiet" onClick={noticeClosed}>
          {messages.diagnostics.close}
        </Button>
      }
    >
      {messages.call.cameWith[caller](unnumbered.text)}
    </Notice>
  );
}

/** The number of a call, or what it has in place of one; the text of another lookup. */
function whatWaits({ text, caller }: LookupRequest, masked: boolean, { messages }: Language): string {
  if (caller === undefined) return messages.call.incomingFor(text);
  if (caller !== 'number') return messages.call.waitingWith[caller](text);
  return masked ? maskedPhone(text) : text;
}

/**
 * Who the number belongs to, as far as it is known. A name is shown also before a verification, as the list of results does; a telephone
 * number is no verification.
 */
function whoCalls(caller: CallState['caller'], { messages, locale }: Language): string {
  const words = messages.call;
  if (caller === undefined) return words.identifying;
  if (caller === 'nobody') return words.nobodyKnown;
  if (caller === 'failed') return words.notIdentified;
  if ('sharedBy' in caller) {
    const count = numberFormat(locale).format(caller.sharedBy);
    const { shared, sharedEnding } = messages.search.phone;
    return (caller.isUncertain ? sharedEnding : shared)(count);
  }
  const name = caller.name ?? messages.customer.unnamed;
  return caller.isUncertain ? words.probably(name) : name;
}
