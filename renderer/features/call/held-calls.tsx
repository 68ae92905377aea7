import { useEffect, useState } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { Button } from '../../components/button';
import { useNow } from '../../components/use-now';
import { formatDuration } from '../../format/date';
import { useLanguage } from '../../messages/language';
import styles from './call.module.css';
import type { CallState } from './call-store';

/** The calls on hold, with how long each has lasted; a click takes one back. */
export function HeldCalls(props: { store: StoreApi<CallState>; onTakeBack: (id: number) => void }) {
  const { messages } = useLanguage();
  const words = messages.call;
  const held = useStore(props.store, (state) => state.held);
  const now = useNow(held.length > 0 ? 1_000 : undefined);
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
          {held.map(({ id, name, startedAt }, index) => (
            <Button
              key={id}
              className={styles.chip}
              action={index === 0 ? 'hold' : undefined}
              title={`${words.takeBack}: ${name ?? words.nobody}`}
              onClick={() => props.onTakeBack(id)}
            >
              <span className="visually-hidden">{words.takeBack}: </span>
              <span className={styles.name}>{name ?? words.nobody}</span>
              <span className="small muted number" role="timer" aria-live="off">
                {formatDuration(now - startedAt)}
              </span>
            </Button>
          ))}
        </section>
      )}
    </>
  );
}
