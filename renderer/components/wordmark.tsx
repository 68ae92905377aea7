import styles from './wordmark.module.css';

/** A boxing ring seen from the stands: four posts, three ropes. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg className={styles.mark} viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
        <rect x="2" y="2" width="16" height="16" rx="4" strokeWidth="2" className={styles.ring} />
        <path d="M2 7.2h16M2 10h16M2 12.8h16" strokeWidth="1.2" />
      </svg>
      Ringside
    </span>
  );
}
