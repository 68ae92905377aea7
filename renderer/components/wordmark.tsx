import styles from './wordmark.module.css';

/** The mark of `build/icon.svg`, drawn on whole pixels at 20 px. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg className={styles.mark} viewBox="0 0 20 20" aria-hidden="true">
        <rect width="20" height="20" rx="4.5" className={styles.canvas} />
        <path d="M0 6h20v1H0zM0 10h20v1H0zM0 14h20v1H0z" className={styles.ring} />
        <path d="M3 4h5v13H3zM12 4h5v13h-5z" className={styles.canvas} />
        <path d="M4 4h3v13H4zM13 4h3v13h-3z" className={styles.ring} />
      </svg>
      Ringside
    </span>
  );
}
