import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Button } from './button';
import styles from './dialog.module.css';

/** A modal dialog over the desk. It keeps the focus, and returns it to the previous element when it closes. */
export function Dialog(props: {
  label: string;
  onClose: () => void;
  look?: 'palette' | 'sheet' | 'wide';
  /** Text of the close button; without it the dialog has no heading. */
  closeWords?: string;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // A dialog focuses its first button by default, and nothing in it can have the focus before it is shown.
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    // Closed before it is removed; otherwise the focus would be lost.
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it, natively; this is the click beside it.
    <dialog
      ref={dialog}
      aria-label={props.label}
      className={`${styles.dialog} ${styles[props.look ?? 'sheet']}`}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => event.target === dialog.current && props.onClose()}
    >
      <div className={styles.content}>
        {props.closeWords && (
          <div className={styles.head}>
            <h1 className={styles.heading}>{props.label}</h1>
            <Button look="quiet" keyHint="Esc" onClick={props.onClose}>
              {props.closeWords}
            </Button>
          </div>
        )}
        {props.children}
      </div>
    </dialog>
  );
}
