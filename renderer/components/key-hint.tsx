import styles from './key-hint.module.css';

/** The key of an action beside it. Hidden from screen readers, which read `aria-keyshortcuts`. */
export function KeyHint({ children }: { children: string }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {children}
    </span>
  );
}
