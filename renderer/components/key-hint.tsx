import styles from './key-hint.module.css';

/** The key of an action, quietly beside it; screen readers get it from `aria-keyshortcuts` instead. */
export function KeyHint({ children }: { children: string }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {children}
    </span>
  );
}
