import { useEffect, useRef } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useLanguage } from '../../messages/language';
import styles from './call.module.css';
import type { CallState } from './call-store';

/** Seconds before the end at which the countdown is announced again. */
const lastWordSeconds = 10;

/**
 * Countdown to the clearing of an idle desk, which any key and any use of the pointer stops.
 *
 * @param props.isEmpty whether the desk has nothing to lose; then nothing is shown
 */
export function IdleCountdown(props: { store: StoreApi<CallState>; isEmpty: boolean }) {
  const words = useLanguage().messages.call;
  const { idleSecondsLeft, deskUsed } = useStore(props.store);
  const left = props.isEmpty ? undefined : idleSecondsLeft;
  const isCounting = left !== undefined;
  // The announcement keeps the first number: a changed text would be announced every second.
  const first = useRef<number>(undefined);
  first.current = isCounting ? (first.current ?? left) : undefined;

  useEffect(() => {
    if (!isCounting) return;
    const onPointer = ({ movementX, movementY }: PointerEvent) => {
      // Chromium also reports a pointer that rests while the page below it changes.
      if (movementX !== 0 || movementY !== 0) deskUsed();
    };
    const uses = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const use of uses) window.addEventListener(use, deskUsed, { capture: true, passive: true });
    window.addEventListener('pointermove', onPointer);
    return () => {
      for (const use of uses) window.removeEventListener(use, deskUsed, { capture: true });
      window.removeEventListener('pointermove', onPointer);
    };
  }, [isCounting, deskUsed]);

  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {first.current !== undefined && words.idleSoon(first.current)}
      </p>
      <p className="visually-hidden" aria-live="assertive">
        {isCounting && left <= lastWordSeconds && words.idleNow}
      </p>
      {isCounting && (
        <section className={styles.idle} aria-label={words.idle}>
          <p role="timer" aria-live="off" className="number">
            <strong>{words.idleIn(left)}</strong> {words.idleStop}
          </p>
        </section>
      )}
    </>
  );
}

/** Notice why the desk is empty, until the next call begins. */
export function DeskCleared({ store }: { store: StoreApi<CallState> }) {
  const { messages } = useLanguage();
  const words = messages.call;
  const { clearedBy, noticeClosed } = useStore(store);
  if (!clearedBy) return null;
  return (
    <Notice
      label={words.cleared}
      look="calm"
      actions={
        <Button look="quiet" onClick={noticeClosed}>
          {messages.diagnostics.close}
        </Button>
      }
    >
      {clearedBy.reason === 'idle' ? words.clearedIdle(clearedBy.minutes) : words.clearedBy[clearedBy.reason]}
    </Notice>
  );
}
