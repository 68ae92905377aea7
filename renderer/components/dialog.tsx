import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './dialog.module.css';

/** Something over the desk that keeps the focus to itself, and gives it back to whoever had it. */
export function Dialog(props: {
  label: string;
  onClose: () => void;
  look?: 'palette' | 'sheet' | 'wide';
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    // React has focused what asked for it; the dialog itself would take its first button.
    const wanted = document.activeElement;
    const before = element?.contains(wanted) ? wanted : undefined;
    element?.showModal();
    if (before instanceof HTMLElement) before.focus();
    // Closed before it is taken away, or the focus would fall into nothing.
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
      <div className={styles.content}>{props.children}</div>
    </dialog>
  );
}
