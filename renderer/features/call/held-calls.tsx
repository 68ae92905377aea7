import { useEffect, useState } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { Button } from '../../components/button';
import { useNow } from '../../components/use-now';
import { useWatched } from '../../components/use-watched';
import { formatElapsed } from '../../format/date';
import { countUp } from '../../format/running-time';
import { useLanguage } from '../../messages/language';
import styles from './call.module.css';
import type { CallState, HeldCall } from './call-store';

/** The calls on hold, with how long each has lasted; a click takes one back. */
export function HeldCalls(props: { store: StoreApi<CallState>; onTakeBack: (id: number) => void }) {
  const { messages } = useLanguage();
  const words = messages.call;
  const held = useStore(props.store, (state) => state.held);
  const count = held.length > 0 ? words.heldCount(held.length) : '';
  // Filled after it was drawn: New call draws the whole window again, and a screen reader reads only what changes.
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(count), [count]);
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {held.length > 0 && (
        <section className={styles.held} aria-label={words.onHold} tabIndex={-1} data-region>
          <span className="small muted">{count}</span>
          {held.map((call, index) => (
            <HeldChip
              key={call.id}
              call={call}
              action={index === 0 ? 'hold' : undefined}
              onTakeBack={props.onTakeBack}
            />
          ))}
        </section>
      )}
    </>
  );
}

function HeldChip(props: { call: HeldCall; action: 'hold' | undefined; onTakeBack: (id: number) => void }) {
  const words = useLanguage().messages.call;
  const { id, name = words.nobody, startedAt } = props.call;
  const { isWatched, watch } = useWatched();
  const now = useNow((at) => countUp(at - startedAt, isWatched).changesInMs);
  return (
    <Button
      className={styles.chip}
      action={props.action}
      title={`${words.takeBack}: ${name}`}
      onClick={() => props.onTakeBack(id)}
      {...watch}
    >
      <span className="visually-hidden">{words.takeBack}: </span>
      <span className={styles.name}>{name}</span>{' '}
      <span className={`${styles.time} small muted number`} role="timer" aria-live="off">
        {formatElapsed(now - startedAt, isWatched)}
      </span>
    </Button>
  );
}
